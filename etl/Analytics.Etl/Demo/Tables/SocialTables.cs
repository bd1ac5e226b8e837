using Analytics.Etl.Demo.People;
using Analytics.Etl.Demo.Social;

namespace Analytics.Etl.Demo.Tables;

/// <summary>Benefits, social packages and wellness.</summary>
internal static class SocialTables
{
    private const long TiynInTenge = 100;

    public static readonly DemoTable[] All =
    [
        new("person", ["person_id", "iin", "full_name", "birth_date", "address"], Persons),
        new("household", ["household_id", "case_number", "opened_on", "settlement_code", "head_person_id"], HouseholdRows),
        new("household_member", ["household_id", "member_no", "person_id", "joined_on", "left_on", "work_status"], Members),
        new("payment", ["payment_id", "household_id", "month", "district_code", "settlement_code", "category", "aid", "assigned_tiyn", "paid_tiyn"], Payments),
        new("package_issue", ["issue_id", "household_id", "child_id", "month", "district_code", "settlement_code", "category", "form", "value_tiyn"], Packages),
        new("wellness_course", ["course_id", "person_id", "started_on", "finished_on", "district_code", "programme"], Courses),
    ];

    /// <summary>Households with a payment in the period.</summary>
    private static IEnumerable<Household> Households(DemoReplica replica) => replica.Caseloads
        .Where(year => year.Payments.Exists(payment => replica.Period.Includes(payment.Month)))
        .Select(year => year.Household)
        .DistinctBy(household => household.Id)
        .OrderBy(household => household.Id);

    private static IEnumerable<WellnessCourse> CoursesOf(DemoReplica replica) =>
        replica.WellnessCourses.Where(course => replica.Period.Includes(course.StartedOn));

    private static IEnumerable<DemoValue[]> Persons(DemoReplica replica) => Households(replica)
        .SelectMany(household => household.Members, (_, member) => member.Person)
        .Concat(CoursesOf(replica).Select(course => course.Person))
        .DistinctBy(person => person.Id)
        .OrderBy(person => person.Id)
        .Select(Row);

    private static DemoValue[] Row(Person person) => [person.Id, person.Iin, person.FullName, person.BirthDate, person.Address];

    private static IEnumerable<DemoValue[]> HouseholdRows(DemoReplica replica) => Households(replica).Select(household => (DemoValue[])
        [household.Id, household.CaseNumber, household.OpenedOn, household.FirstHome.SettlementCode, household.Members[0].Person.Id]);

    private static IEnumerable<DemoValue[]> Members(DemoReplica replica) =>
        from household in Households(replica)
        from member in household.Members
        select (DemoValue[])[household.Id, member.Number, member.Person.Id, member.JoinedOn, member.LeftOn, member.Status.Code()];

    private static IEnumerable<DemoValue[]> Payments(DemoReplica replica) =>
        from payment in replica.Payments
        where replica.Period.Includes(payment.Month)
        select (DemoValue[])
        [
            payment.Id, payment.Household.Id, payment.Month, payment.Home.Unit.CodeOn(payment.Month), payment.Home.SettlementCode,
            payment.Category.Code(), payment.Aid.Code(), payment.AssignedTenge * TiynInTenge, payment.PaidTenge * TiynInTenge,
        ];

    private static IEnumerable<DemoValue[]> Packages(DemoReplica replica) =>
        from issue in replica.Packages
        let payment = issue.Payment
        where replica.Period.Includes(payment.Month)
        select (DemoValue[])
        [
            issue.Id, payment.Household.Id, issue.Child.Id, payment.Month, payment.Home.Unit.CodeOn(payment.Month), payment.Home.SettlementCode,
            payment.Category.Code(), issue.InMoney ? "money" : "kit", issue.ValueTenge * TiynInTenge,
        ];

    private static IEnumerable<DemoValue[]> Courses(DemoReplica replica) => CoursesOf(replica).Select(course => (DemoValue[])
        [course.Id, course.Person.Id, course.StartedOn, course.StartedOn.AddDays(14), course.Home.Unit.CodeOn(course.StartedOn), course.Programme]);
}
