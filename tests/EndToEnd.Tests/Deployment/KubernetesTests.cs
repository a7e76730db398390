using SupportAgents.Support;
using YamlDotNet.RepresentationModel;

namespace SupportAgents.EndToEnd.Tests.Deployment;

/// <summary>What a cluster would only tell at deployment: names, labels, ports and settings that belong together do.</summary>
public sealed class KubernetesTests
{
    private static readonly IReadOnlyList<YamlMappingNode> Objects = Manifests.Base();

    private static IEnumerable<YamlMappingNode> Of(string kind) => Objects.Where(found => found.Text("kind") == kind);

    private static YamlMappingNode PodOf(YamlMappingNode deployment) => (YamlMappingNode)deployment["spec"]["template"];

    private static YamlNode ContainerOf(YamlMappingNode deployment) => PodOf(deployment).All("spec", "containers").Single();

    [Fact]
    public void Objects_have_a_version_a_kind_and_a_name_of_their_own()
    {
        Assert.All(Objects, found => Assert.NotNull(found.Text("apiVersion")));
        Assert.Equal(Objects.Count, Objects.Select(found => (found.Text("kind"), found.Text("metadata", "name"))).Distinct().Count());
    }

    [Fact]
    public void Every_selector_finds_a_pod()
    {
        var pods = Of("Deployment").Select(deployment => PodOf(deployment).Pairs("metadata", "labels")).ToList();
        var selectors = Of("Deployment").Concat(Of("PodDisruptionBudget")).Select(found => found.Pairs("spec", "selector", "matchLabels"))
            .Concat(Of("Service").Select(found => found.Pairs("spec", "selector")))
            .Concat(Of("NetworkPolicy").Select(found => found.Pairs("spec", "podSelector", "matchLabels")).Where(labels => labels.Count > 0))
            .ToList();

        Assert.True(selectors.Count >= 7);
        Assert.All(selectors, selector => Assert.Contains(pods, labels => selector.Count > 0 && selector.All(labels.Contains)));
    }

    [Fact]
    public void Every_autoscaler_has_a_deployment_that_asks_for_processor_time()
    {
        var scaled = Of("HorizontalPodAutoscaler").Select(scaler => scaler.Text("spec", "scaleTargetRef", "name")).ToHashSet();

        Assert.All(Of("Deployment"), deployment =>
        {
            Assert.Contains(deployment.Text("metadata", "name"), scaled);
            Assert.NotNull(ContainerOf(deployment).Text("resources", "requests", "cpu"));
            Assert.Null(deployment.Text("spec", "replicas"));
        });
    }

    [Fact]
    public void Probes_and_services_and_policies_name_ports_that_containers_have()
    {
        var ports = Of("Deployment").SelectMany(deployment => ContainerOf(deployment).All("ports")).ToList();
        var names = ports.Select(port => port.Text("name")).ToHashSet();
        var numbers = ports.Select(port => port.Text("containerPort")).ToHashSet();

        Assert.All(Of("Deployment"), deployment => Assert.All(["startupProbe", "readinessProbe", "livenessProbe"],
            probe => Assert.Contains(ContainerOf(deployment).Text(probe, "httpGet", "port"), names)));
        Assert.All(Of("Service").SelectMany(service => service.All("spec", "ports")), port => Assert.Contains(port.Text("targetPort"), names));
        Assert.All(Of("NetworkPolicy").SelectMany(policy => policy.All("spec", "ingress")).SelectMany(rule => rule.All("ports")),
            port => Assert.Contains(port.Text("port"), numbers));
    }

    [Fact]
    public void Containers_run_without_rights()
    {
        Assert.All(Of("Deployment"), deployment =>
        {
            Assert.Equal("true", PodOf(deployment).Text("spec", "securityContext", "runAsNonRoot"));
            Assert.Equal("false", ContainerOf(deployment).Text("securityContext", "allowPrivilegeEscalation"));
            Assert.Equal("true", ContainerOf(deployment).Text("securityContext", "readOnlyRootFilesystem"));
            Assert.NotNull(ContainerOf(deployment).Text("resources", "limits", "memory"));
        });
    }

    [Fact]
    public void Settings_are_ones_that_the_example_file_explains()
    {
        var known = File.ReadLines(Repository.File(".env.example")).Where(line => line.Contains('=', StringComparison.Ordinal))
            .Select(line => line.TrimStart('#').Split('=')[0]).ToHashSet();
        var used = Of("ConfigMap").SelectMany(map => map.Pairs("data").Keys)
            .Concat(Of("Deployment").SelectMany(deployment => ContainerOf(deployment).All("env")).Select(setting => setting.Text("name")!))
            .Concat(File.ReadLines(Repository.File("deploy", "kubernetes", "example", "secrets.env.example"))
                .Where(line => !line.StartsWith('#')).Select(line => line.Split('=')[0]))
            .Where(name => name.Contains("__", StringComparison.Ordinal)).ToList();

        Assert.True(used.Count >= 5);
        Assert.All(used, name => Assert.Contains(name, known));
    }

    [Fact]
    public void Silo_pods_tell_what_Kubernetes_hosting_asks_for()
    {
        var silo = Of("Deployment").Single(deployment => deployment.Text("metadata", "name") == "silo");
        var told = ContainerOf(silo).All("env").Select(setting => setting.Text("name")).ToHashSet();
        var cluster = Of("ConfigMap").Single().Pairs("data")["Support__Cluster__ClusterId"];

        Assert.Superset(new HashSet<string?> { "POD_NAME", "POD_NAMESPACE", "POD_IP", "ORLEANS_SERVICE_ID", "ORLEANS_CLUSTER_ID" }, told);
        Assert.Equal([cluster, cluster], new[] { "orleans/serviceId", "orleans/clusterId" }.Select(label => PodOf(silo).Pairs("metadata", "labels")[label]));
        Assert.Contains(Of("RoleBinding"), binding => binding.All("subjects").Any(subject => subject.Text("name") == PodOf(silo).Text("spec", "serviceAccountName")));
    }

    [Fact]
    public void Example_replaces_the_images_that_the_base_runs()
    {
        var example = Manifests.Read(Repository.File("deploy", "kubernetes", "example", "kustomization.yaml")).Single();

        Assert.Equal(
            Of("Deployment").Select(deployment => ContainerOf(deployment).Text("image")).Order(),
            example.All("images").Select(image => image.Text("name")).Order());
    }
}
