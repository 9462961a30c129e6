using System.Security.Cryptography;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;

namespace Infra.Components.Operations;

/// <summary>
/// What a canary runs. It uses nothing but Node.js: a run fails when the handler throws (CloudWatch user guide, "Writing a Node.js
/// canary script", read 2026-11).
/// </summary>
public static class CanaryScript
{
    /// <summary>File and function.</summary>
    public const string Handler = "visits.handler";

    /// <summary>Where CloudWatch looks for it in the archive.</summary>
    public const string Path = "nodejs/node_modules/visits.js";

    private static readonly JsonSerializerOptions Json =
        new() { PropertyNamingPolicy = JsonNamingPolicy.CamelCase, Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    public static string Of(IReadOnlyList<Visit> visits) =>
        $$"""
        'use strict';

        const visits = {{JsonSerializer.Serialize(visits, Json)}};

        async function answerTo(visit) {
          const began = Date.now();
          const response = await fetch(visit.url, {
            headers: { 'user-agent': 'canary' },
            redirect: 'manual',
            signal: AbortSignal.timeout(visit.milliseconds),
          });
          const text = await response.text();
          console.log(`${visit.name}: ${response.status} in ${Date.now() - began} ms`);
          if (response.status !== visit.status) {
            throw new Error(`the status is ${response.status}, not ${visit.status}`);
          }
          if (visit.contains !== null && !text.includes(visit.contains)) {
            throw new Error(`the answer does not hold '${visit.contains}'`);
          }
        }

        exports.handler = async () => {
          const failures = [];
          for (const visit of visits) {
            try {
              await answerTo(visit);
            } catch (error) {
              failures.push(`${visit.name} (${visit.url}): ${error.message}`);
            }
          }
          if (failures.length > 0) throw new Error(failures.join('; '));
          return `${visits.length} visits went well`;
        };

        """;

    /// <summary>New for each content, so that a changed script is deployed.</summary>
    public static string KeyOf(string script) =>
        $"code/visits-{Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(script)))[..16]}.zip";
}
