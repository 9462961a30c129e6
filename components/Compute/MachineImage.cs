using System.Text.RegularExpressions;
using Pulumi;
using Pulumi.Aws.Ec2;
using Pulumi.Aws.Ec2.Inputs;
using Pulumi.Aws.Ssm;

namespace Infra.Components.Compute;

/// <summary>
/// The AMI that machines start from, pinned in one of three ways. Each names one image for ever, so machines are replaced when the
/// program says so and never because somebody published a newer one.
/// </summary>
public sealed partial record MachineImage
{
    private readonly Lazy<Input<string>> _id;
    private readonly string? _problem;

    private MachineImage(string? problem, Func<Input<string>> find)
    {
        _problem = problem;
        _id = new(find);
    }

    /// <summary>Asked for once, when something needs it.</summary>
    public Input<string> Id => _id.Value;

    public static implicit operator MachineImage(string id) => Pinned(id);

    /// <param name="id">
    /// Such as <c>ami-0123456789abcdef0</c>. References that resolve at launch (<c>resolve:ssm:…</c>) are refused: a new image would
    /// show no difference in a preview and start no refresh.
    /// </param>
    public static MachineImage Pinned(string id) => new(
        IsId(id) ? null : $"ImageId is '{id}'; expected the id of an AMI, such as ami-0123456789abcdef0.",
        () => id);

    /// <summary>The AMI whose id one version of a parameter holds: a new version changes nothing until its number is written here.</summary>
    /// <param name="location">Where the parameter and the image are.</param>
    /// <param name="parameter">With its version, such as <c>/shop/images/web:7</c>.</param>
    public static MachineImage OfParameter(Location location, string parameter) => new(
        VersionedParameter().IsMatch(parameter)
            ? null
            : $"The image's parameter is '{parameter}'; expected a path and a version, such as /shop/images/web:7. "
                + "Without the version a new image would replace the machines by surprise.",
        () => GetParameter.Invoke(new GetParameterInvokeArgs { Name = parameter, Region = location.Region })
            .Apply(found => found.InsecureValue));

    /// <summary>The AMI of exactly this name, which an owner gives once.</summary>
    /// <param name="location">Where the image is.</param>
    /// <param name="owner">An account, <c>self</c>, or an alias such as <c>amazon</c>.</param>
    /// <param name="name">Without wildcards.</param>
    public static MachineImage Named(Location location, string owner, string name) => new(
        name.Length > 0 && name.IndexOfAny(['*', '?']) < 0
            ? null
            : $"The image's name is '{name}'; expected the whole name. Wildcards would find a newer image by surprise.",
        () => GetAmi.Invoke(new GetAmiInvokeArgs
        {
            Owners = owner,
            Filters = new GetAmiFilterInputArgs { Name = "name", Values = name },
            Region = location.Region,
        }).Apply(found => found.Id));

    public static bool IsId(string? text) => text is not null && IdPattern().IsMatch(text);

    public IEnumerable<string> Check() => _problem is null ? [] : [_problem];

    [GeneratedRegex("^ami-([0-9a-f]{8}|[0-9a-f]{17})$")]
    private static partial Regex IdPattern();

    [GeneratedRegex("^/[A-Za-z0-9_./-]+:[1-9][0-9]*$")]
    private static partial Regex VersionedParameter();
}
