namespace Analytics.Etl.Demo.Employment;

/// <summary>Kind of a placement: a permanent job, or one of three subsidised ones.</summary>
internal enum PlacementKind
{
    Permanent,
    PublicWorks,
    SocialJob,
    YouthPractice,
}
