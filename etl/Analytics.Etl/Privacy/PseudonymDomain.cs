namespace Analytics.Etl.Privacy;

/// <summary>What a key stands for. The same number in two domains gives two different keys.</summary>
public enum PseudonymDomain : byte
{
    Person = 1,
    Household = 2,
}
