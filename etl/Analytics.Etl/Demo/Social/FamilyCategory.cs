namespace Analytics.Etl.Demo.Social;

/// <summary>Category of a family: four minors or more, or fewer.</summary>
internal enum FamilyCategory
{
    LargeFamily,
    LowIncome,
}
