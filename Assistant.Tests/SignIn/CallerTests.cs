using System.Security.Claims;
using Assistant.Core;
using Assistant.Web.SignIn;

namespace Assistant.Tests.SignIn;

public sealed class CallerTests
{
    [Fact]
    public void A_name_can_never_be_taken_for_the_one_person_of_an_Assistant_that_names_nobody() =>
        Assert.NotEqual(Owner.Local, Caller.OwnerOf(Caller.Person(Owner.Local.Id, isAdministrator: true)));

    [Fact]
    public void Two_names_are_never_one_person() =>
        Assert.Distinct(((string[])["alice", "Alice", "alice ", "user:alice", "../alice", "é", "e\u0301"]).Select(name => Caller.OwnerOf(Caller.Person(name, isAdministrator: false))));

    [Fact]
    public void Nothing_belongs_to_somebody_who_was_not_let_in() =>
        Assert.Throws<InvalidOperationException>(() => Caller.OwnerOf(new ClaimsPrincipal(new ClaimsIdentity())));
}
