using Infra.Components.Messaging;
using Infra.Components.Networking;
using Infra.Tests.Testing;
using Pulumi;

namespace Infra.Tests.Components.Messaging;

public sealed class WorkerPoolTests
{
    private const string Group = "aws:autoscaling/group:Group";

    [Fact]
    public async Task The_pool_keeps_as_many_workers_as_finish_the_waiting_jobs_in_time()
    {
        var policy = (await Plan.Of(() => _ = Pool())).One("aws:autoscaling/policy:Policy");

        // 300 seconds of patience, 20 per job, two jobs at once.
        policy.Number("targetTrackingConfiguration.targetValue").ShouldBe(30);
        const string metrics = "targetTrackingConfiguration.customizedMetricSpecification.metrics";
        (policy.Text($"{metrics}.2.expression"), policy.Flag($"{metrics}.2.returnData")).ShouldBe(("jobs / workers", true));
        (policy.Text($"{metrics}.0.id"), policy.Text($"{metrics}.0.metricStat.metric.metricName"),
                policy.Text($"{metrics}.0.metricStat.stat"), policy.Text($"{metrics}.0.metricStat.metric.dimensions.0.value"))
            .ShouldBe(("jobs", "ApproximateNumberOfMessagesVisible", "Sum", "shop-test-mails"));
        (policy.Text($"{metrics}.1.id"), policy.Text($"{metrics}.1.metricStat.metric.metricName"),
                policy.Text($"{metrics}.1.metricStat.stat"), policy.Text($"{metrics}.1.metricStat.metric.dimensions.0.value"))
            .ShouldBe(("workers", "GroupInServiceInstances", "Average", "mail-workers"));
        (policy.Flag($"{metrics}.0.returnData"), policy.Flag($"{metrics}.1.returnData")).ShouldBe((false, false));
    }

    [Fact]
    public async Task The_group_measures_what_its_scaling_divides_by()
    {
        var group = (await Plan.Of(() => _ = Pool())).One(Group);

        (group.Text("enabledMetrics.0"), group.Text("metricsGranularity")).ShouldBe(("GroupInServiceInstances", "1Minute"));
    }

    [Fact]
    public async Task A_worker_that_must_go_has_the_time_of_one_job_to_finish()
    {
        var hook = (await Plan.Of(() => _ = Pool())).One("aws:autoscaling/lifecycleHook:LifecycleHook");

        (hook.Text("name"), hook.Text("autoscalingGroupName"), hook.Text("lifecycleTransition"), hook.Number("heartbeatTimeout"), hook.Text("defaultResult"))
            .ShouldBe(("finish-job", "mail-workers", "autoscaling:EC2_INSTANCE_TERMINATING", 120, "CONTINUE"));
    }

    [Fact]
    public async Task Another_time_for_a_job_replaces_no_worker()
    {
        var plan = await Plan.Of(() => _ = Pool(args => args with
        {
            Queue = new JobQueue("slow-mails", Jobs.Queue with { Handling = new() { SecondsPerJob = 600, Attempts = 3 } }),
        }));

        plan.One("aws:autoscaling/lifecycleHook:LifecycleHook").Number("heartbeatTimeout").ShouldBe(600);
        plan.One(Group).At("initialLifecycleHooks").ShouldBeNull();
    }

    [Fact]
    public async Task Workers_stand_behind_no_balancer_and_the_scaler_owns_their_number()
    {
        var group = (await Plan.Of(() => _ = Pool())).One(Group);

        (group.Text("healthCheckType"), group.At("targetGroupArns"), group.At("desiredCapacity")).ShouldBe(("EC2", null, null));
        group.Options.IgnoreChanges.ShouldBe(["desiredCapacity"]);
        group.Text("launchTemplate.version").ShouldBe("7");
    }

    [Fact]
    public async Task Workers_may_work_on_their_queue_and_what_they_are_given()
    {
        var plan = await Plan.Of(() => _ = Pool(args => args with
        {
            Permissions = new Dictionary<string, Output<string>> { ["cache"] = Output.Create("{}") },
        }));

        plan.Some("aws:iam/rolePolicy:RolePolicy").Select(policy => policy.Name)
            .ShouldBe(["mail-workers-role-cache", "mail-workers-role-queue", "mail-workers-role-session-manager"], ignoreOrder: true);
        plan.One("aws:iam/rolePolicy:RolePolicy", "mail-workers-role-queue").Text("policy").ShouldBe(
            """
            {"Version":"2012-10-17","Statement":[{"Sid":"WorkOnJobs","Effect":"Allow","Action":["sqs:ReceiveMessage","sqs:DeleteMessage","sqs:ChangeMessageVisibility","sqs:GetQueueUrl","sqs:GetQueueAttributes"],"Resource":["arn:aws:sqs:eu-central-1:123456789012:shop-test-mails"]},{"Sid":"UseKey","Effect":"Allow","Action":["kms:GenerateDataKey","kms:Decrypt"],"Resource":["arn:aws:kms:eu-central-1:123456789012:key/1"]}]}
            """);
    }

    [Fact]
    public async Task People_are_told_when_no_more_workers_can_be_had_or_none_is_left()
    {
        var alarms = await Jobs.AlarmsOf(() => Pool());

        alarms.Select(alarm => (alarm.Name, alarm.Number("threshold"), alarm.Number("evaluationPeriods"), alarm.Text("treatMissingData"))).ShouldBe(
        [
            ("alarms-mail-workers-exhausted", 8, 15, "notBreaching"),
            ("alarms-mail-workers-gone", 1, 5, "breaching"),
        ]);
        alarms.ShouldAllBe(alarm => alarm.Text("metricName") == "GroupInServiceInstances" && alarm.Text("dimensions.AutoScalingGroupName") == "mail-workers");
    }

    [Fact]
    public async Task Every_problem_of_a_pool_is_told_at_once() =>
        (await Plan.ErrorOf(() => _ = Pool(args => args with
        {
            Subnets = Places.Subnets(SubnetTier.Data, "a", "b"),
            Machine = args.Machine with { Image = "resolve:ssm:/image", BootScript = new("echo") },
            Scaling = new() { Minimum = 0, Maximum = 0, AverageJobSeconds = 121, AcceptableWaitSeconds = 1, JobsAtOnce = 0, WarmUpSeconds = 7201 },
            Permissions = new Dictionary<string, Output<string>> { ["queue"] = Output.Create("{}") },
        }))).ShouldBe(
            """
            WorkerPool 'mail-workers' cannot be built:
              - Subnet data-a (10.0.20.0/22) is of the data tier; expected are subnets of the app tier.
              - Subnet data-b (10.0.52.0/22) is of the data tier; expected are subnets of the app tier.
              - ImageId is 'resolve:ssm:/image'; expected the id of an AMI, such as ami-0123456789abcdef0.
              - The boot script begins with neither #! nor #cloud-config, so cloud-init would skip it.
              - Minimum is 0; expected is at least 1.
              - Maximum is 0 and Minimum is 0; Maximum must be larger, or there is nothing to scale.
              - JobsAtOnce is 0; expected is at least 1.
              - WarmUpSeconds is 7201; allowed is 0 to 7200.
              - AverageJobSeconds is 121; allowed is 1 to 120, after which the queue hands the job to another worker.
              - Permissions holds 'queue', which the pool itself adds.
            """);

    [Fact]
    public async Task Patience_shorter_than_a_job_is_refused() =>
        (await Plan.ErrorOf(() => _ = Pool(args => args with { Scaling = args.Scaling with { AcceptableWaitSeconds = 19 } })))
            .ShouldContain("AcceptableWaitSeconds is 19; expected is at least AverageJobSeconds (20)");

    private static WorkerPool Pool(Func<WorkerPoolArgs, WorkerPoolArgs>? change = null)
    {
        var args = new WorkerPoolArgs
        {
            Naming = Places.Naming,
            Location = Places.Frankfurt,
            Subnets = Places.Subnets(SubnetTier.App, "a", "b"),
            SecurityGroupId = "sg-1",
            Queue = new JobQueue("mails", Jobs.Queue),
            Machine = new() { Image = "ami-0a1b2c3d4e5f60718", InstanceType = "c7g.large", BootScript = new("#!/bin/bash\n") },
            Scaling = new() { Minimum = 2, Maximum = 8, AverageJobSeconds = 20, AcceptableWaitSeconds = 300, JobsAtOnce = 2 },
        };
        return new WorkerPool("mail-workers", change is null ? args : change(args));
    }
}
