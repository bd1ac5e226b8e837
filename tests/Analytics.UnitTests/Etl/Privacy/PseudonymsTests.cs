using Analytics.Etl.Privacy;

namespace Analytics.UnitTests.Etl.Privacy;

public sealed class PseudonymsTests
{
    private static readonly Pseudonyms Keys = new([.. Enumerable.Range(0, 32).Select(number => (byte)number)]);

    // The first eight bytes of HMAC-SHA256 over the domain's number and the digits, computed with Python.
    [Fact]
    public void A_key_is_stable_for_its_secret()
    {
        Assert.Equal(17768429224104300178, Keys.Key(PseudonymDomain.Person, "850101300123"));
        Assert.Equal(11328423688577782739, Keys.Key(PseudonymDomain.Household, "850101300123"));
    }

    [Fact]
    public void A_number_has_the_key_of_its_digits() =>
        Assert.Equal(17768429224104300178, Keys.Key(PseudonymDomain.Person, 850101300123));

    [Fact]
    public void Blanks_around_an_identifier_do_not_make_another_person() =>
        Assert.Equal(17768429224104300178, Keys.Key(PseudonymDomain.Person, " 850101300123\t"));

    [Fact]
    public void Another_secret_gives_other_keys() =>
        Assert.NotEqual(17768429224104300178, new Pseudonyms(new byte[32]).Key(PseudonymDomain.Person, "850101300123"));

    [Fact]
    public void A_long_identifier_is_taken_whole() => Assert.NotEqual(
        Keys.Key(PseudonymDomain.Household, new string('7', 500)), Keys.Key(PseudonymDomain.Household, new string('7', 501)));

    [Theory]
    [InlineData("850101300123", true)]
    [InlineData("ИИН 850101300123, повторно", true)]
    [InlineData("8501013001234", true)]
    [InlineData("85010130012", false)]
    [InlineData("850101 300123", false)]
    [InlineData("Решение 12 от 03.05.2020", false)]
    [InlineData("", false)]
    public void Twelve_digits_in_a_row_look_like_an_identifier(string text, bool looks) => Assert.Equal(looks, Pseudonyms.LooksLikeIdentifier(text));
}
