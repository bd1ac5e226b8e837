using System.Globalization;
using System.Text;
using Analytics.Warehouse.Indicators;
using Analytics.Warehouse.Targets;
using Microsoft.EntityFrameworkCore;

namespace Analytics.Warehouse.Control;

/// <summary>The control database: units of loading, leases, publications, alerts. Instants are milliseconds since 1970, UTC, on both engines.</summary>
public sealed class ControlContext(DbContextOptions<ControlContext> options) : DbContext(options)
{
    public DbSet<LoadUnitRow> Units => Set<LoadUnitRow>();

    public DbSet<LeaseRow> Leases => Set<LeaseRow>();

    public DbSet<NumberSeriesRow> NumberSeries => Set<NumberSeriesRow>();

    public DbSet<PublicationRow> Publications => Set<PublicationRow>();

    public DbSet<PublicationUnitRow> PublicationUnits => Set<PublicationUnitRow>();

    public DbSet<AlertRow> Alerts => Set<AlertRow>();

    public DbSet<AlertDeliveryRow> AlertDeliveries => Set<AlertDeliveryRow>();

    public DbSet<SourceCheckRow> SourceChecks => Set<SourceCheckRow>();

    public DbSet<UnitDriftRow> UnitDrifts => Set<UnitDriftRow>();

    public DbSet<VerificationRow> Verifications => Set<VerificationRow>();

    public DbSet<SecretVersionRow> SecretVersions => Set<SecretVersionRow>();

    public DbSet<SourceColumnRow> SourceColumns => Set<SourceColumnRow>();

    public DbSet<LoadRunRow> Runs => Set<LoadRunRow>();

    public DbSet<LoadRunUnitRow> RunUnits => Set<LoadRunUnitRow>();

    public DbSet<TargetVersion> TargetVersions => Set<TargetVersion>();

    public DbSet<TargetAction> TargetActions => Set<TargetAction>();

    protected override void ConfigureConventions(ModelConfigurationBuilder configurationBuilder)
    {
        configurationBuilder.Properties<DateTimeOffset>().HaveConversion<InstantConverter>();
        configurationBuilder.Properties<UnitState>().HaveConversion<CodeConverter<UnitState>>();
        configurationBuilder.Properties<PublicationState>().HaveConversion<CodeConverter<PublicationState>>();
        configurationBuilder.Properties<AlertKind>().HaveConversion<CodeConverter<AlertKind>>();
        configurationBuilder.Properties<CheckOutcome>().HaveConversion<CodeConverter<CheckOutcome>>();
        configurationBuilder.Properties<RunKind>().HaveConversion<CodeConverter<RunKind>>();
        configurationBuilder.Properties<RunState>().HaveConversion<CodeConverter<RunState>>();
        configurationBuilder.Properties<RunUnitState>().HaveConversion<CodeConverter<RunUnitState>>();
        configurationBuilder.Properties<TargetStage>().HaveConversion<CodeConverter<TargetStage>>();
        configurationBuilder.Properties<TargetPhasing>().HaveConversion<CodeConverter<TargetPhasing>>();
        configurationBuilder.Properties<TargetOrigin>().HaveConversion<CodeConverter<TargetOrigin>>();
        configurationBuilder.Properties<TargetActionState>().HaveConversion<CodeConverter<TargetActionState>>();
        // Plans are exact to a hundredth and days are numbers, alike on both engines.
        configurationBuilder.Properties<decimal>().HaveConversion<HundredthsConverter>();
        configurationBuilder.Properties<DateOnly>().HaveConversion<DayConverter>();
    }

    protected override void OnModelCreating(ModelBuilder modelBuilder)
    {
        modelBuilder.Entity<LoadUnitRow>().ToTable("load_unit").HasKey(unit => new { unit.Source, unit.Process, unit.Period });
        modelBuilder.Entity<LeaseRow>().ToTable("lease").HasKey(lease => lease.Name);
        modelBuilder.Entity<NumberSeriesRow>().ToTable("number_series").HasKey(series => series.Name);
        modelBuilder.Entity<PublicationRow>().ToTable("publication").HasKey(publication => publication.Number);
        modelBuilder.Entity<PublicationRow>().Property(publication => publication.Number).ValueGeneratedNever();
        modelBuilder.Entity<PublicationRow>().Property(publication => publication.Pinned).HasConversion<short>();
        modelBuilder.Entity<PublicationUnitRow>().ToTable("publication_unit").HasKey(unit => new { unit.Number, unit.Source, unit.Process, unit.Period });
        modelBuilder.Entity<AlertRow>().ToTable("alert").HasKey(alert => alert.Id);
        modelBuilder.Entity<AlertRow>().Property(alert => alert.Id).ValueGeneratedNever();
        modelBuilder.Entity<AlertDeliveryRow>().ToTable("alert_delivery").HasKey(delivery => new { delivery.AlertId, delivery.Channel });
        modelBuilder.Entity<SourceCheckRow>().ToTable("source_check").HasKey(check => new { check.Source, check.Process });
        modelBuilder.Entity<UnitDriftRow>().ToTable("unit_drift").HasKey(drift => new { drift.Source, drift.Process, drift.Period });
        modelBuilder.Entity<VerificationRow>().ToTable("verification").HasKey(verification => verification.Id);
        modelBuilder.Entity<VerificationRow>().Property(verification => verification.Id).ValueGeneratedNever();
        modelBuilder.Entity<SecretVersionRow>().ToTable("secret_version").HasKey(secret => secret.Version);
        modelBuilder.Entity<SecretVersionRow>().Property(secret => secret.Version).ValueGeneratedNever();
        modelBuilder.Entity<SourceColumnRow>().ToTable("source_column").HasKey(column => new { column.Source, column.Relation, column.ColumnName });
        modelBuilder.Entity<LoadRunRow>().ToTable("load_run").HasKey(run => run.Number);
        modelBuilder.Entity<LoadRunRow>().Property(run => run.Number).ValueGeneratedNever();
        modelBuilder.Entity<LoadRunRow>().Ignore(run => run.IsOpen).Ignore(run => run.SecondsLeft);
        modelBuilder.Entity<LoadRunUnitRow>().ToTable("load_run_unit").HasKey(unit => new { unit.Run, unit.Source, unit.Process, unit.Period });
        modelBuilder.Entity<TargetVersion>().ToTable("target_version").HasKey(version => version.Id);
        modelBuilder.Entity<TargetVersion>().Property(version => version.Id).ValueGeneratedNever();
        modelBuilder.Entity<TargetVersion>().Ignore(version => version.Quarters).Ignore(version => version.Content);
        modelBuilder.Entity<TargetVersion>().Property(version => version.TerritoryId).HasConversion<long>();
        modelBuilder.Entity<TargetAction>().ToTable("target_action").HasKey(action => action.Id);
        modelBuilder.Entity<TargetAction>().Property(action => action.Id).ValueGeneratedNever();
        modelBuilder.Entity<TargetAction>().Property(action => action.TerritoryId).HasConversion<long>();
        foreach (var property in modelBuilder.Model.GetEntityTypes().SelectMany(entity => entity.GetProperties()))
        {
            property.SetColumnName(SnakeCase(property.Name));
        }
    }

    private static string SnakeCase(string name) => name.Aggregate(
        new StringBuilder(),
        (text, letter) => char.IsUpper(letter) && text.Length > 0
            ? text.Append('_').Append(char.ToLower(letter, CultureInfo.InvariantCulture))
            : text.Append(char.ToLower(letter, CultureInfo.InvariantCulture))).ToString();

    private sealed class InstantConverter() : Microsoft.EntityFrameworkCore.Storage.ValueConversion.ValueConverter<DateTimeOffset, long>(
        instant => instant.ToUnixTimeMilliseconds(), number => DateTimeOffset.FromUnixTimeMilliseconds(number));

    private sealed class HundredthsConverter() : Microsoft.EntityFrameworkCore.Storage.ValueConversion.ValueConverter<decimal, long>(
        value => decimal.ToInt64(value * 100), number => number / 100m);

    private sealed class DayConverter() : Microsoft.EntityFrameworkCore.Storage.ValueConversion.ValueConverter<DateOnly, long>(
        day => day.DayNumber, number => DateOnly.FromDayNumber((int)number));

    private sealed class CodeConverter<TEnum>() : Microsoft.EntityFrameworkCore.Storage.ValueConversion.ValueConverter<TEnum, string>(
        value => value.Code(), code => Parse<TEnum>(code))
        where TEnum : struct, Enum;

    private static TEnum Parse<TEnum>(string code) where TEnum : struct, Enum => Codes.TryParse<TEnum>(code, out var value)
        ? value
        : throw new InvalidOperationException($"The control database holds {code}, which is no {typeof(TEnum).Name}.");
}
