using Analytics.Warehouse.Texts;

namespace Analytics.Dashboard.Pages.Tables;

/// <summary>Numbers the notes of a page in the order in which they first appear; the same note has the same number everywhere on it.</summary>
public sealed class NoteMarks(Language language)
{
    private readonly List<string> codes = [];

    /// <summary>The notes in the order of their numbers.</summary>
    public IEnumerable<NoteMark> All => codes.Select((code, index) => new NoteMark(index + 1, language.Note(code)));

    /// <summary>Marks of the notes that qualify a figure itself.</summary>
    public IReadOnlyList<NoteMark> OfFigure(IEnumerable<string> notes) => Mark(notes.Where(note => !IsOfChange(note)));

    /// <summary>Marks of the notes that qualify a comparison: a break in definition or a change of land.</summary>
    public IReadOnlyList<NoteMark> OfChange(IEnumerable<string> notes) => Mark(notes.Where(IsOfChange));

    /// <summary>True for the notes that forbid reading a change without its mark.</summary>
    public static bool IsOfChange(string note) => note == "boundary_changed" || note.StartsWith("break_", StringComparison.Ordinal);

    private NoteMark[] Mark(IEnumerable<string> notes) => [.. notes.Select(Mark).OrderBy(mark => mark.Number)];

    private NoteMark Mark(string note)
    {
        if (!codes.Contains(note))
        {
            codes.Add(note);
        }

        return new NoteMark(codes.IndexOf(note) + 1, language.Note(note));
    }
}
