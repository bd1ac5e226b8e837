using Analytics.Etl.Sources;
using Analytics.Etl.Sources.MySql;

namespace Analytics.UnitTests.Etl.Sources.MySql;

public sealed class MySqlDialectTests
{
    [Theory]
    [InlineData(20200615, "2020-06")]
    [InlineData(20200231, "2020-02")]
    [InlineData(20200600, "2020-05")]
    [InlineData(20200100, "2019-12")]
    [InlineData(20200000, "2019-12")]
    [InlineData(20000101, "2000-01")]
    [InlineData(20000100, "undated")]
    [InlineData(21001231, "2100-12")]
    [InlineData(21010101, "undated")]
    [InlineData(0, "undated")]
    [InlineData(null, "undated")]
    public void A_date_falls_into_the_month_whose_filter_takes_it(int? number, string unit) => Assert.Equal(unit, MySqlDays.UnitOf(number, UnitSize.Month).Code);

    [Theory]
    [InlineData(20201231, "2020")]
    [InlineData(20200100, "2019")]
    [InlineData(20200000, "2019")]
    public void A_date_falls_into_the_year_whose_filter_takes_it(int number, string unit) => Assert.Equal(unit, MySqlDays.UnitOf(number, UnitSize.Year).Code);

    [Theory]
    [InlineData("GRANT USAGE ON *.* TO `analytics`@`%` IDENTIFIED BY PASSWORD '*0'", "")]
    [InlineData("GRANT SELECT, SHOW VIEW ON `social`.* TO `analytics`@`%`", "")]
    [InlineData("GRANT SELECT (`month`, `paid`) ON `social`.`payment` TO `analytics`@`%`", "")]
    [InlineData("GRANT `readers` TO `analytics`@`%`", "")]
    [InlineData("GRANT SELECT, INSERT, UPDATE (`paid`, `month`) ON `social`.* TO `analytics`@`%`", "INSERT, UPDATE on `social`.*")]
    [InlineData("GRANT ALL PRIVILEGES ON *.* TO `root`@`localhost` WITH GRANT OPTION", "ALL PRIVILEGES on *.*")]
    [InlineData("GRANT SELECT, CREATE, DROP, ALTER, INDEX, TRIGGER ON `s`.* TO `a`@`%`", "CREATE, DROP, ALTER, INDEX and more on `s`.*")]
    public void Rights_beyond_reading_are_found_in_a_grant(string grant, string writing) => Assert.Equal(writing, string.Join("; ", MySqlDiagnosis.Writing(grant)));

    [Theory]
    [InlineData("10.11.19-MariaDB-0+deb12u1", "Ok MariaDB 10.11.19")]
    [InlineData("8.4.3", "Ok MySQL 8.4.3")]
    [InlineData("5.7.44-log", "Wrong MySQL 5.7.44-log is too old: MySQL 8.0 and newer are read")]
    [InlineData("10.3.39-MariaDB", "Wrong MariaDB 10.3.39-MariaDB is too old: MariaDB 10.5 and newer are read")]
    public void A_version_is_good_or_too_old(string version, string expected)
    {
        var finding = MySqlDiagnosis.Version(version);

        Assert.Equal(expected, $"{finding.Level} {finding.Text}");
    }
}
