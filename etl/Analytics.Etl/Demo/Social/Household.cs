using Analytics.Etl.Demo.People;
using Analytics.Etl.Demo.Territory;

namespace Analytics.Etl.Demo.Social;

/// <summary>A household on the social system's books. Home, category and kind of aid are those of the moment the generator has reached.</summary>
internal sealed class Household(long id, string caseNumber, DateOnly openedOn, FamilyName name, Home home, string address)
{
    public long Id => id;

    public string CaseNumber => caseNumber;

    public DateOnly OpenedOn => openedOn;

    public FamilyName Name => name;

    public string Address => address;

    /// <summary>Where the case was opened.</summary>
    public Home FirstHome { get; } = home;

    public Home Home { get; set; } = home;

    public FamilyCategory Category { get; set; }

    public AidKind Aid { get; set; }

    public List<HouseholdMember> Members { get; } = [];

    public void Add(Person person, DateOnly joinedOn, WorkStatus status) => Members.Add(new(Members.Count + 1, person, joinedOn, status));

    public int MembersIn(DateOnly month) => Members.Count(member => member.IsPresentIn(month));
}

/// <summary>A land unit and the number of a settlement in it.</summary>
internal sealed record Home(LandUnit Unit, int Settlement)
{
    public string SettlementCode => Unit.Settlement(Settlement);
}
