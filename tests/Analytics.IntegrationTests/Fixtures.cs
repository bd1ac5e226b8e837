using Analytics.IntegrationTests.Demo;
using Analytics.IntegrationTests.Servers;

[assembly: AssemblyFixture(typeof(SharedEngine))]
[assembly: AssemblyFixture(typeof(PostgresCluster))]
[assembly: AssemblyFixture(typeof(MariaDbServer))]

namespace Analytics.IntegrationTests;

/// <summary>Tests that only read the demo world, which is loaded once for them.</summary>
[CollectionDefinition(nameof(DemoTests))]
public sealed class DemoTests : ICollectionFixture<DemoWorld>;
