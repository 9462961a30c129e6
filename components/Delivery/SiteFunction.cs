namespace Infra.Components.Delivery;

/// <summary>
/// The function that finds the file for a request, before the cache is asked. It puts the release before the path, so a new release asks for
/// keys that no cache holds: all pages change at once, nothing need be invalidated, and the same content keeps what is cached.
/// </summary>
internal static class SiteFunction
{
    public static string CodeFor(string release) =>
        $$"""
        var fingerprinted = /{{SiteFile.FingerprintPattern}}/;

        function handler(event) {
          var request = event.request;
          var path = request.uri;
          if (fingerprinted.test(path)) return request;

          if (path.charAt(path.length - 1) === '/') path += 'index.html';
          else if (path.slice(path.lastIndexOf('/')).indexOf('.') < 0) path += '/index.html';
          request.uri = '/{{release}}' + path;
          return request;
        }

        """;
}
