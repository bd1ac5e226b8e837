namespace Analytics.Etl.Demo.Employment;

/// <summary>How the employment system writes its enumerations.</summary>
internal static class EmploymentCodes
{
    public static string Code(this PlacementKind kind) => kind switch
    {
        PlacementKind.Permanent => "permanent",
        PlacementKind.PublicWorks => "public_works",
        PlacementKind.SocialJob => "social_job",
        _ => "youth_practice",
    };

    public static string Code(this ApplicationStatus status) => status switch
    {
        ApplicationStatus.UnderReview => "under_review",
        ApplicationStatus.Approved => "approved",
        ApplicationStatus.Issued => "issued",
        ApplicationStatus.Refused => "refused",
        _ => "withdrawn",
    };
}
