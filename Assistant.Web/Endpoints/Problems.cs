using System.Text.Json;
using Assistant.Core.Conversations;
using Assistant.Core.Model;
using Assistant.Core.Replies;
using Assistant.Core.Voice;
using Assistant.Web.Settings;
using Microsoft.AspNetCore.Diagnostics;
using Microsoft.AspNetCore.Mvc;

namespace Assistant.Web.Endpoints;

/// <summary>Every error of the HTTP API as an RFC 9457 problem.</summary>
internal static class Problems
{
    /// <summary>Answers end all the time; nobody can tell when the next one does.</summary>
    private const string SecondsUntilRoom = "2";

    /// <summary>The status of a failed reply: the model's fault by its kind, ours otherwise.</summary>
    public static int StatusOf(ReplyFailure failure) => failure.Fault switch
    {
        ModelFault.Timeout or ModelFault.Stalled => StatusCodes.Status504GatewayTimeout,
        ModelFault.RateLimited or ModelFault.Unavailable => StatusCodes.Status503ServiceUnavailable,
        ModelFault.TooLong or ModelFault.Refused or ModelFault.Filtered => StatusCodes.Status422UnprocessableEntity,
        null => StatusCodes.Status500InternalServerError,
        _ => StatusCodes.Status502BadGateway,
    };

    /// <summary>A failed reply as a problem, the same in a response and in an event stream.</summary>
    public static ProblemDetails Of(ReplyFailure failure)
    {
        var problem = new ProblemDetails
        {
            Status = StatusOf(failure),
            Title = failure.Fault is null ? "The Assistant failed." : "The model did not answer.",
            Detail = failure.Message,
        };
        if (failure.Fault is { } fault)
        {
            problem.Extensions["kind"] = JsonNamingPolicy.KebabCaseLower.ConvertName(fault.ToString());
        }

        if (failure.RetryAfter is { } wait)
        {
            problem.Extensions["retryAfterSeconds"] = Math.Ceiling(wait.TotalSeconds);
        }

        return problem;
    }

    /// <summary>What routing refuses by itself names its field like any other bad input.</summary>
    public static void Complete(ProblemDetailsContext context)
    {
        if (context.ProblemDetails is { Status: StatusCodes.Status415UnsupportedMediaType } and not HttpValidationProblemDetails)
        {
            context.ProblemDetails.Detail = Input.NotJson;
            context.ProblemDetails.Extensions["errors"] = new Dictionary<string, string[]> { [Input.Body] = [Input.NotJson] };
        }
    }

    public static IResult NotFound(string detail) => Results.Problem(detail, statusCode: StatusCodes.Status404NotFound);

    /// <summary>Turns what an endpoint throws into a problem; anything it does not know is a bug and stays one (500, logged).</summary>
    public sealed class Handler(IProblemDetailsService problems) : IExceptionHandler
    {
        public async ValueTask<bool> TryHandleAsync(HttpContext httpContext, Exception exception, CancellationToken cancellationToken)
        {
            ProblemDetails? problem = exception switch
            {
                InputException input => new HttpValidationProblemDetails(new Dictionary<string, string[]> { [input.Field] = [input.Message] })
                {
                    Status = input.Status,
                    Detail = input.Message,
                },
                RecordingException recording => VoiceInput.Problem(recording),
                ConversationNotFoundException => new ProblemDetails { Status = StatusCodes.Status404NotFound, Detail = exception.Message },
                ConversationBusyException => new ProblemDetails { Status = StatusCodes.Status409Conflict, Detail = exception.Message },
                BadHttpRequestException bad => new ProblemDetails { Status = bad.StatusCode, Detail = bad.Message },
                TooManyRepliesException => new ProblemDetails { Status = StatusCodes.Status429TooManyRequests, Detail = exception.Message },
                ConversationStoreException => new ProblemDetails { Status = StatusCodes.Status503ServiceUnavailable, Detail = exception.Message },
                SettingsFileException => new ProblemDetails { Status = StatusCodes.Status503ServiceUnavailable, Detail = exception.Message },
                ModelException failure => Of(ReplyFailure.Of(failure)),
                _ => null,
            };
            if (problem is null)
            {
                return false;
            }

            httpContext.Response.StatusCode = problem.Status!.Value;
            if (exception is TooManyRepliesException)
            {
                httpContext.Response.Headers.RetryAfter = SecondsUntilRoom;
            }
            else if (exception is BadHttpRequestException)
            {
                // Its body was dripping, or broke off: what else comes on this connection is no request.
                httpContext.Response.Headers.Connection = "close";
            }

            await problems.WriteAsync(new ProblemDetailsContext { HttpContext = httpContext, ProblemDetails = problem });
            return true;
        }
    }
}
