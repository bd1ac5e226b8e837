namespace Analytics.Etl.Demo.Social;

/// <summary>What a member of a household does. Employed, unemployed and caring are able-bodied.</summary>
internal enum WorkStatus
{
    Minor,
    Employed,
    Unemployed,
    Caring,
    Disabled,
    Pensioner,
}
