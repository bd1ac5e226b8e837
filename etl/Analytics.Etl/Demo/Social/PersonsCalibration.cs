namespace Analytics.Etl.Demo.Social;

/// <summary>Makes the distinct persons of a year exact by one member more or fewer in its new families, which earlier years do not know.</summary>
internal static class PersonsCalibration
{
    public static void Apply(DemoRandom random, YearPlan plan, List<HouseholdYear> caseload, FamilyFactory families)
    {
        var missing = plan.Persons - caseload.Sum(year => year.Covered().Count());
        var fresh = caseload.FindAll(year => year.IsNew);
        random.Shuffle(fresh);
        while (missing != 0)
        {
            var before = missing;
            foreach (var year in fresh)
            {
                if (missing > 0)
                {
                    families.AddRelative(random, year.Household);
                    missing--;
                }
                else if (missing < 0 && CanLose(year.Household))
                {
                    year.Household.Members.RemoveAt(year.Household.Members.Count - 1);
                    missing++;
                }
            }
            if (missing == before)
            {
                throw new InvalidOperationException($"The persons of {plan.Year} cannot be calibrated: {missing} are left over.");
            }
        }
    }

    /// <summary>The last member is the youngest child; a large family keeps four.</summary>
    private static bool CanLose(Household household)
    {
        var minors = household.Members.Count(member => member.Status == WorkStatus.Minor);
        return household.Members[^1].Status == WorkStatus.Minor && household.Members.Count > 2 && minors != 4;
    }
}
