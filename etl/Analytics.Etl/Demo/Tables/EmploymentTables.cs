using Analytics.Etl.Demo.Employment;
using Analytics.Etl.Demo.Social;

namespace Analytics.Etl.Demo.Tables;

/// <summary>Placements, grants and microcredits.</summary>
internal static class EmploymentTables
{
    private const long TiynInTenge = 100;

    public static readonly DemoTable[] All =
    [
        new("applicant", ["applicant_id", "iin", "full_name", "birth_date"], Applicants),
        new("placement", ["placement_id", "applicant_id", "placed_on", "district_code", "settlement_code", "category", "kind", "employer", "retained_6m"], Placements),
        new("grant_application",
            [
                "application_id", "applicant_id", "received_on", "district_code", "settlement_code", "category", "status",
                "decided_on", "paid_on", "amount_tiyn", "refusal_reason",
            ],
            Grants),
        new("microcredit_application",
            ["application_id", "applicant_id", "received_on", "district_code", "settlement_code", "category", "status", "issued_on", "amount_tiyn"],
            Microcredits),
    ];

    private static IEnumerable<Placement> PlacementsIn(DemoReplica replica) => replica.Placements.Where(row => replica.Period.Includes(row.PlacedOn));

    private static IEnumerable<GrantApplication> GrantsIn(DemoReplica replica) => replica.Grants.Where(row => replica.Period.Includes(row.ReceivedOn));

    private static IEnumerable<MicrocreditApplication> MicrocreditsIn(DemoReplica replica) =>
        replica.Microcredits.Where(row => replica.Period.Includes(row.ReceivedOn));

    private static IEnumerable<DemoValue[]> Applicants(DemoReplica replica)
    {
        var known = new HashSet<long>();
        known.UnionWith(PlacementsIn(replica).Select(row => row.Applicant.Id));
        known.UnionWith(GrantsIn(replica).Select(row => row.Applicant.Id));
        known.UnionWith(MicrocreditsIn(replica).Select(row => row.Applicant.Id));
        return replica.Applicants.All
            .Where(applicant => known.Contains(applicant.Id))
            .Select(applicant => (DemoValue[])[applicant.Id, applicant.Person.Iin, applicant.Person.FullName, applicant.Person.BirthDate]);
    }

    private static IEnumerable<DemoValue[]> Placements(DemoReplica replica) => PlacementsIn(replica).Select(row => (DemoValue[])
        [
            row.Id, row.Applicant.Id, row.PlacedOn, row.Home.Unit.CodeOn(row.PlacedOn), row.Home.SettlementCode, row.Category.Code(),
            row.Kind.Code(), row.Employer, row.RetainedSixMonths is { } stays ? stays ? "yes" : "no" : null,
        ]);

    private static IEnumerable<DemoValue[]> Grants(DemoReplica replica) => GrantsIn(replica).Select(row => (DemoValue[])
        [
            row.Id, row.Applicant.Id, row.ReceivedOn, row.Home.Unit.CodeOn(row.ReceivedOn), row.Home.SettlementCode, row.Category.Code(),
            row.Status.Code(), row.DecidedOn, row.PaidOn, row.AmountTenge * TiynInTenge, row.RefusalReason,
        ]);

    private static IEnumerable<DemoValue[]> Microcredits(DemoReplica replica) => MicrocreditsIn(replica).Select(row => (DemoValue[])
        [
            row.Id, row.Applicant.Id, row.ReceivedOn, row.Home.Unit.CodeOn(row.ReceivedOn), row.Home.SettlementCode, row.Category.Code(),
            row.Status.Code(), row.IssuedOn, row.AmountTenge * TiynInTenge,
        ]);
}
