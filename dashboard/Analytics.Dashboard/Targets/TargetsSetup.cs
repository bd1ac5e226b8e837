namespace Analytics.Dashboard.Targets;

/// <summary>Registers what page, API and commands need of targets.</summary>
public static class TargetsSetup
{
    public static IServiceCollection AddTargets(this IServiceCollection services) => services
        .AddSingleton<TargetOverview>()
        .AddSingleton<TargetOperations>();
}
