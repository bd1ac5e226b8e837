namespace Analytics.Etl.Demo.Social;

/// <summary>Aid to one household for one month.</summary>
internal sealed class Payment(Household household, DateOnly month, Home home, FamilyCategory category, AidKind aid)
{
    public long Id { get; set; }

    public Household Household => household;

    public DateOnly Month => month;

    public Home Home => home;

    public FamilyCategory Category => category;

    public AidKind Aid => aid;

    /// <summary>Assigned, but withheld: nothing is paid for the month and nobody is covered.</summary>
    public bool Withheld { get; set; }

    public long AssignedTenge { get; set; }

    public long PaidTenge { get; set; }
}
