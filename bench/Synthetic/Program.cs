using Infra.Synthetic;
using Pulumi;

return await Deployment.RunAsync(() =>
{
    var sites = new Config().RequireInt32("resources") / Site.ResourceCount;
    for (var index = 0; index < sites; index++) _ = new Site($"site{index}", index);
});
