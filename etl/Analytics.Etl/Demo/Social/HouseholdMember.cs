using Analytics.Etl.Demo.People;

namespace Analytics.Etl.Demo.Social;

/// <summary>A person's membership of a household.</summary>
internal sealed class HouseholdMember(int number, Person person, DateOnly joinedOn, WorkStatus status)
{
    /// <summary>Ordinal number in the household, from 1; below 64.</summary>
    public int Number => number;

    public Person Person => person;

    public DateOnly JoinedOn => joinedOn;

    public DateOnly? LeftOn { get; set; }

    public WorkStatus Status => status;

    /// <summary>A member during a month is one on its first day.</summary>
    public bool IsPresentIn(DateOnly month) => joinedOn <= month && (LeftOn is not { } left || left > month);
}
