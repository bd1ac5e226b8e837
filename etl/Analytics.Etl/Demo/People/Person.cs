namespace Analytics.Etl.Demo.People;

/// <summary>A person who does not exist.</summary>
/// <param name="Id">Number in the social system, unique across replicas.</param>
/// <param name="Iin">Twelve digits in the form of a national number, unique across replicas.</param>
internal sealed record Person(long Id, string Iin, string FullName, DateOnly BirthDate, bool Male, string Address)
{
    /// <summary>Aged one to six, up to the seventh birthday, on the first day of a month.</summary>
    public bool IsChild1To6(DateOnly month) => BirthDate <= month.AddYears(-1) && BirthDate > month.AddYears(-7);

    public bool IsMinor(DateOnly day) => BirthDate > day.AddYears(-18);
}
