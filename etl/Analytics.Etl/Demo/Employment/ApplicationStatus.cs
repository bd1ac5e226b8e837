namespace Analytics.Etl.Demo.Employment;

/// <summary>Where an application for a grant (approved) or a microcredit (issued) stands.</summary>
internal enum ApplicationStatus
{
    UnderReview,
    Approved,
    Issued,
    Refused,
    Withdrawn,
}
