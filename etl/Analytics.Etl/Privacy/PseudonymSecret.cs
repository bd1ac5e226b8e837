using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using Analytics.Warehouse.Engine;

namespace Analytics.Etl.Privacy;

/// <summary>
/// The secret behind the keys, in its latest version: from the environment, from the file that the environment names, else made at
/// random in the data directory. A line is <c>version:hexadecimal digits</c>; digits alone are version 1.
/// </summary>
/// <param name="Version">Version, from 1. All keys of a publication are of one version.</param>
/// <param name="Bytes">The secret itself.</param>
public sealed record PseudonymSecret(int Version, byte[] Bytes)
{
    /// <summary>Environment variable that holds the secret: a line.</summary>
    public const string Variable = "ANALYTICS_SECRET";

    /// <summary>Environment variable that names the file of lines.</summary>
    public const string FileVariable = "ANALYTICS_SECRET_FILE";

    /// <summary>Tells this secret from another one, and nothing about it.</summary>
    public string CheckValue => Convert.ToHexStringLower(HMACSHA256.HashData(Bytes, Encoding.ASCII.GetBytes("analytics secret check")).AsSpan(0, 8));

    /// <exception cref="InvalidOperationException">There is no secret where one was named.</exception>
    public static PseudonymSecret ReadOrCreate(string dataDirectory)
    {
        if (Environment.GetEnvironmentVariable(Variable) is { Length: > 0 } text)
        {
            return Latest(text, $"The environment variable {Variable}");
        }

        var path = FileOf(dataDirectory);
        if (Environment.GetEnvironmentVariable(FileVariable) is null && !File.Exists(path))
        {
            Directory.CreateDirectory(dataDirectory);
            PrivateFile.Write(path, Line(1));
        }

        return Latest(File.Exists(path) ? File.ReadAllText(path) : "", $"The file {path}");
    }

    /// <summary>Adds a new version to the file; the old ones stay, so that one can go back.</summary>
    /// <exception cref="InvalidOperationException">The secret is not in a file, or the file holds none.</exception>
    public static PseudonymSecret Rotate(string dataDirectory)
    {
        if (Environment.GetEnvironmentVariable(Variable) is { Length: > 0 })
        {
            throw new InvalidOperationException($"The secret is in the environment variable {Variable}: put `{{next version}}:{{64 hexadecimal digits}}` there yourself, for example with `openssl rand -hex 32`.");
        }

        var current = ReadOrCreate(dataDirectory);
        var path = FileOf(dataDirectory);
        PrivateFile.Write(path, File.ReadAllText(path).TrimEnd() + "\n" + Line(current.Version + 1));
        return ReadOrCreate(dataDirectory);
    }

    private static string FileOf(string dataDirectory) => Environment.GetEnvironmentVariable(FileVariable) ?? Path.Combine(dataDirectory, "pseudonym.secret");

    private static string Line(int version) => string.Create(CultureInfo.InvariantCulture, $"{version}:{Convert.ToHexStringLower(RandomNumberGenerator.GetBytes(32))}\n");

    private static PseudonymSecret Latest(string text, string where)
    {
        var secrets = new List<PseudonymSecret>();
        foreach (var line in text.Split('\n', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries))
        {
            var (version, digits) = line.Split(':') is [var first, var second] ? (first, second) : ("1", line);
            if (!int.TryParse(version, NumberStyles.None, CultureInfo.InvariantCulture, out var number) || number < 1
                || digits.Length < 64 || digits.Length % 2 != 0 || !digits.All(char.IsAsciiHexDigit) || secrets.Exists(known => known.Version == number))
            {
                secrets.Clear();
                break;
            }

            secrets.Add(new PseudonymSecret(number, Convert.FromHexString(digits)));
        }

        return secrets.MaxBy(secret => secret.Version) ?? throw new InvalidOperationException(
            $"{where} must hold the secret for the keys of people: lines of a version, a colon and at least 64 hexadecimal digits, each version once. Without the old secret the keys, and so the counts over years, cannot be continued.");
    }
}
