using Analytics.Etl.Demo.People;

namespace Analytics.Etl.Demo.Employment;

/// <summary>People as the employment system knows them, under numbers of its own, in the order in which they first came.</summary>
internal sealed class ApplicantRegister(long firstId)
{
    private readonly Dictionary<long, Applicant> _byPerson = [];
    private readonly List<Applicant> _all = [];

    public IReadOnlyList<Applicant> All => _all;

    public Applicant Of(Person person)
    {
        if (!_byPerson.TryGetValue(person.Id, out var applicant))
        {
            applicant = new Applicant(firstId + _all.Count, person);
            _byPerson.Add(person.Id, applicant);
            _all.Add(applicant);
        }
        return applicant;
    }
}
