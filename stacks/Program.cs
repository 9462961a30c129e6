using Infra.Stacks;
using Pulumi;

return await Deployment.RunAsync(() => Platform.Build(StackSettings.OfCurrentStack()));
