namespace Assistant.Core.Conversations;

/// <summary>Ways through the tree of a conversation's turns.</summary>
public static class Branches
{
    /// <summary>The turns from the first to <paramref name="head"/>; empty when there is no such turn.</summary>
    public static IReadOnlyList<Turn> PathTo(IReadOnlyList<Turn> turns, string? head)
    {
        var known = turns.ToDictionary(turn => turn.Id);
        var path = new List<Turn>();

        // A turn that says it follows itself, however indirectly, is damage: the path ends there.
        for (var id = head; id is not null && known.Remove(id, out var turn); id = turn.After)
        {
            path.Add(turn);
        }

        path.Reverse();
        return path;
    }

    /// <summary>The turns by the place they stand in, oldest first: more than one in a place are versions of each other.</summary>
    public static ILookup<(string? After, TurnRole Role), Turn> ByPlace(IReadOnlyList<Turn> turns) => turns.ToLookup(turn => (turn.After, turn.Role));

    /// <summary>The last turn of the branch that was gone on with most recently, of those that begin at <paramref name="id"/>.</summary>
    public static string NewestEnd(IReadOnlyList<Turn> turns, string id)
    {
        // A turn is always kept after the one it follows, so one pass finds all that descend from it.
        var branch = new HashSet<string> { id };
        return turns.Where(turn => turn.Id == id || (turn.After is { } after && branch.Contains(after) && branch.Add(turn.Id))).Last().Id;
    }
}
