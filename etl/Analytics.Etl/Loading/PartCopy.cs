using System.Threading.Channels;
using Analytics.Etl.Privacy;
using Analytics.Etl.Sources;
using Analytics.Warehouse.Dimensions;

namespace Analytics.Etl.Loading;

/// <summary>
/// Copies one part of a unit: rows are read, put before the rules and written on one side of a short channel of buffers, and sent
/// on the other. When the engine is slow the channel is full and the source waits; so memory is a few buffers, whatever the size.
/// </summary>
internal sealed class PartCopy(ISourceReader rows, Process process, FactWriter writer, Pseudonyms pseudonyms, RowCounter counter)
{
    private const int Buffers = 3;

    private readonly RunningTotals totals = new(process.Columns);

    /// <summary>Totals of the rows read.</summary>
    public UnitTotals Read => totals.Totals;

    /// <summary>Totals of the rows written.</summary>
    public FactTotals Sent => FactTotals.Of(writer);

    public RejectedRows Rejected { get; } = new();

    /// <summary>Writes the part's rows as RowBinary.</summary>
    public async Task WriteAsync(Stream body, CancellationToken cancellationToken)
    {
        using var either = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        var full = Channel.CreateBounded<RowBuffer>(Buffers);
        var empty = Channel.CreateBounded<RowBuffer>(Buffers);
        for (var buffer = 1; buffer < Buffers; buffer++)
        {
            empty.Writer.TryWrite(new RowBuffer());
        }

        var read = Task.Run(() => ReadAsync(full.Writer, empty.Reader, either.Token), CancellationToken.None);
        try
        {
            await foreach (var buffer in full.Reader.ReadAllAsync(cancellationToken))
            {
                await body.WriteAsync(buffer.Written, cancellationToken);
                buffer.Clear();
                empty.Writer.TryWrite(buffer);
            }
        }
        catch
        {
            await either.CancelAsync();
            throw;
        }
        finally
        {
            await read.ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        }

        await read;
    }

    private async Task ReadAsync(ChannelWriter<RowBuffer> full, ChannelReader<RowBuffer> empty, CancellationToken cancellationToken)
    {
        try
        {
            var row = new ContractRow(process.Columns, pseudonyms, new DistrictCodes(Territories.Shipped));
            var block = new RowBlock(process.Columns.Count);
            do
            {
                await rows.FillAsync(block, cancellationToken);
                row.Begin(block);
                for (var position = 0; row.MoveNext(); position++)
                {
                    totals.Add(block[position], block.Mix(position));
                    process.Apply(row, writer);
                    if (row.Rejection is { } rejection)
                    {
                        Rejected.Add(block[position][0], totals.Totals.Rows, rejection);
                    }
                }

                counter.Add(block.Count);
                if (writer.Pending >= RowBuffer.Full)
                {
                    await full.WriteAsync(writer.Exchange(await empty.ReadAsync(cancellationToken)), cancellationToken);
                }
            }
            while (block.IsFull);

            await full.WriteAsync(writer.Exchange(await empty.ReadAsync(cancellationToken)), cancellationToken);
            full.Complete();
        }
        catch (Exception exception)
        {
            full.Complete(exception);
            throw;
        }
    }
}
