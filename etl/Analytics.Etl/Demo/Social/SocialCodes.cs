namespace Analytics.Etl.Demo.Social;

/// <summary>How the social system writes its enumerations.</summary>
internal static class SocialCodes
{
    public static string Code(this FamilyCategory category) => category == FamilyCategory.LargeFamily ? "large_family" : "low_income";

    public static string Code(this AidKind aid) => aid == AidKind.Conditional ? "conditional" : "unconditional";

    public static string Code(this WorkStatus status) => status switch
    {
        WorkStatus.Minor => "minor",
        WorkStatus.Employed => "employed",
        WorkStatus.Unemployed => "unemployed",
        WorkStatus.Caring => "caring",
        WorkStatus.Disabled => "disabled",
        _ => "pensioner",
    };

    public static bool IsAbleBodied(this WorkStatus status) => status is WorkStatus.Employed or WorkStatus.Unemployed or WorkStatus.Caring;
}
