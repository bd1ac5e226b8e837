using Analytics.Etl.Allocations;
using Analytics.Etl.BenefitPayments;
using Analytics.Etl.BenefitRecipients;
using Analytics.Etl.EmploymentPlacements;
using Analytics.Etl.GrantApplications;
using Analytics.Etl.MicrocreditApplications;
using Analytics.Etl.Outreach;
using Analytics.Etl.Population;
using Analytics.Etl.Settlements;
using Analytics.Etl.SocialPackages;
using Analytics.Etl.Targets;
using Analytics.Etl.Wellness;

namespace Analytics.Etl.Loading;

/// <summary>All business processes, in the order in which they are loaded.</summary>
public static class Processes
{
    public static IReadOnlyList<Process> All { get; } =
    [
        BenefitPaymentLoad.Process,
        BenefitRecipientLoad.Process,
        SocialPackageLoad.Process,
        GrantApplicationLoad.Process,
        MicrocreditApplicationLoad.Process,
        EmploymentPlacementLoad.Process,
        OutreachEventLoad.Process,
        WellnessCourseLoad.Process,
        PopulationLoad.Process,
        AllocationLoad.Process,
        TargetLoad.Process,
        SettlementLoad.Process,
    ];

    /// <summary>The process of a name, or null.</summary>
    public static Process? Find(string name) => All.FirstOrDefault(process => process.Name == name);
}
