using Microsoft.AspNetCore.Http;

namespace Assistant.Tests.Fakes;

/// <summary>Plays a scripted reply over HTTP. Headers go out with the first bytes, so a reply that hangs first says nothing at all.</summary>
public static class FakePlayer
{
    private static readonly TimeSpan SendingTime = TimeSpan.FromMilliseconds(300);

    public static async Task PlayAsync(HttpContext context, FakeReply reply, TimeProvider time)
    {
        context.Response.StatusCode = reply.Status;
        context.Response.ContentType = reply.ContentType;
        foreach (var (name, value) in reply.Headers)
        {
            context.Response.Headers[name] = value;
        }

        var aborted = context.RequestAborted;
        foreach (var step in reply.Steps)
        {
            switch (step)
            {
                case FakeStep.Bytes bytes:
                    await context.Response.Body.WriteAsync(bytes.Content, aborted);
                    await context.Response.Body.FlushAsync(aborted);
                    break;
                case FakeStep.Hold hold:
                    await hold.Gate.PassAsync(aborted);
                    break;
                case FakeStep.Tell tell:
                    tell.Action();
                    break;
                case FakeStep.Wait wait:
                    await Task.Delay(wait.Time, time, aborted);
                    break;
                case FakeStep.Hang:
                    await Task.Delay(Timeout.Infinite, aborted);
                    break;
                case FakeStep.Cut:
                    // A reset overtakes what is still on its way out.
                    await Task.Delay(SendingTime, aborted);
                    context.Abort();
                    return;
            }
        }
    }
}
