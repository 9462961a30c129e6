using System.Collections.Concurrent;
using System.Reflection;

namespace Pulumi;

/// <summary>The members of an args class that carry <see cref="InputAttribute"/>, found once per class.</summary>
internal sealed class InputMembers
{
    private static readonly ConcurrentDictionary<Type, InputMembers> Known = new();

    private readonly Type _type;
    private readonly Member[] _members;

    private InputMembers(Type type)
    {
        const BindingFlags Instance = BindingFlags.Instance | BindingFlags.Public | BindingFlags.NonPublic;
        _type = type;
        var fields =
            from field in type.GetFields(Instance)
            let input = field.GetCustomAttribute<InputAttribute>()
            where input is not null
            select new Member(field.Name, input, field.GetValue);
        var properties =
            from property in type.GetProperties(Instance)
            let input = property.GetCustomAttribute<InputAttribute>()
            where input is not null
            select new Member(property.Name, input, PropertyAccess.Getter(property));
        _members = [.. fields, .. properties];
    }

    public static InputMembers Of(Type type) => Known.GetOrAdd(type, static type => new InputMembers(type));

    public IEnumerable<KeyValuePair<string, object?>> Read(object args)
    {
        foreach (var member in _members)
        {
            var value = member.Get(args);
            if (value is null)
            {
                if (!member.Input.IsRequired) continue;
                throw new ArgumentNullException(member.Name, $"[Input] {_type.FullName}.{member.Name} is required but was not given a value");
            }

            yield return new(member.Input.Name, member.Input.IsJson ? new JsonText(value) : value);
        }
    }

    private sealed record Member(string Name, InputAttribute Input, Func<object, object?> Get);
}
