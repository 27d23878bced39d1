using System.Globalization;
using Assistant.Web.Limits;
using Microsoft.AspNetCore.Components;
using Microsoft.Extensions.Options;

namespace Assistant.Web.Components.Layout;

/// <summary>One quiet line while the connection to the server is down. Drawn outside the circuit, since it speaks when that is gone.</summary>
public sealed partial class ConnectionBanner(IOptions<LimitOptions> limits) : ComponentBase
{
    private string UnseenMilliseconds => limits.Value.UnseenTime.TotalMilliseconds.ToString(CultureInfo.InvariantCulture);
}
