using System.Text.RegularExpressions;
using Pulumi;
using AwsDashboard = Pulumi.Aws.CloudWatch.Dashboard;

namespace Infra.Components.Operations;

public sealed record DashboardArgs
{
    public required Naming Naming { get; init; }

    /// <summary>Whose account; dashboards show all of its regions.</summary>
    public required Location Location { get; init; }

    /// <summary>One section each, in this order.</summary>
    public required IReadOnlyList<Telemetry> Telemetry { get; init; }
}

/// <summary>One page on which a whole stack can be read, all regions side by side.</summary>
public sealed partial class Dashboard : ComponentResource
{
    /// <summary>CloudWatch quotas, read 2026-11.</summary>
    public const int MaximumWidgets = 500;

    public Dashboard(string name, DashboardArgs args, ComponentResourceOptions? options = null)
        : base("infra:operations:Dashboard", name, options)
    {
        Check(name, args).ThrowIfAny();

        var dashboard = new AwsDashboard(name, new Pulumi.Aws.CloudWatch.DashboardArgs
        {
            Region = args.Location.Region,
            DashboardName = args.Naming.For(name),
            DashboardBody = DashboardBody.Of(args.Telemetry),
        }, new() { Parent = this });

        DashboardName = dashboard.DashboardName;
        RegisterOutputs();
    }

    [Output("dashboardName")]
    public Output<string> DashboardName { get; }

    private static Problems Check(string name, DashboardArgs args)
    {
        var widgets = args.Telemetry.Sum(telemetry => telemetry.Widgets.Count + 1);
        return new Problems("Dashboard", name)
            .Unless(Allowed().IsMatch(args.Naming.For(name)), $"'{args.Naming.For(name)}' cannot name a dashboard; "
                + "allowed are up to 255 letters, digits, hyphens and underscores.")
            .Unless(widgets <= MaximumWidgets, $"It would hold {widgets} widgets; CloudWatch allows {MaximumWidgets}. Make one for each region.")
            .Add(args.Telemetry.SelectMany(telemetry => telemetry.Widgets
                .SelectMany(widget => widget.Lines.SelectMany(line => line.Check(telemetry.Region)))
                .Select(problem => $"A widget of {telemetry.Source}: {problem}")))
            .Add(args.Telemetry.GroupBy(telemetry => telemetry.Source).Where(same => same.Count() > 1)
                .Select(same => $"The telemetry of {same.Key} is given {same.Count()} times; expected is each source once. "
                    + "If these are two, tell them apart: telemetry with { Source = \"another-name\" }."));
    }

    [GeneratedRegex("^[A-Za-z0-9_-]{1,255}$")]
    private static partial Regex Allowed();
}
