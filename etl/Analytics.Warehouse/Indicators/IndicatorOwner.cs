namespace Analytics.Warehouse.Indicators;

/// <summary>Who answers for an indicator's figures and explains them.</summary>
public enum IndicatorOwner
{
    /// <summary>The region's department for coordination of employment and social programmes.</summary>
    SocialProgrammes = 1,

    /// <summary>The department's employment side with the employment (since July 2023 career) centres.</summary>
    EmploymentCentres = 2,
}
