using Assistant.Core;
using Assistant.Web.Limits;
using Microsoft.Extensions.Options;

namespace Assistant.Tests.Limits;

public sealed class CircuitRoomTests
{
    private static readonly Owner One = new("one");
    private static readonly Owner Two = new("two");

    private readonly CircuitRoom _room = new(Options.Create(new LimitOptions { Circuits = 3, CircuitsPerAddress = 2, CircuitsPerOwner = 2 }));

    [Fact]
    public void Only_so_many_windows_are_open_in_all()
    {
        Assert.Null(_room.Enter("a", One));
        Assert.Null(_room.Enter("b", Two));
        Assert.Null(_room.Enter("c", One));

        Assert.Equal("3 windows are open, as many as there may be in all. Close one, and open this again.", _room.Enter("d", new Owner("three")));
    }

    [Fact]
    public void Only_so_many_are_open_from_one_address()
    {
        Assert.Null(_room.Enter("a", One));
        Assert.Null(_room.Enter("a", Two));

        Assert.Equal("2 windows are open, as many as there may be from one address. Close one, and open this again.", _room.Enter("a", new Owner("three")));
        Assert.Null(_room.Enter("b", Two));
    }

    [Fact]
    public void Only_so_many_are_open_for_one_person()
    {
        Assert.Null(_room.Enter("a", One));
        Assert.Null(_room.Enter("b", One));

        Assert.Equal("2 windows are open, as many as there may be for one person. Close one, and open this again.", _room.Obstacle("c", One));
        Assert.Null(_room.Enter("c", Two));
    }

    [Fact]
    public void Whoever_leaves_makes_room_and_whoever_was_refused_took_none()
    {
        _room.Enter("a", One);
        _room.Enter("a", One);
        Assert.NotNull(_room.Enter("a", One));

        _room.Leave("a", One);

        Assert.Null(_room.Enter("a", One));
    }
}
