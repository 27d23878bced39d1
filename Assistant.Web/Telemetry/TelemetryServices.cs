namespace Assistant.Web.Telemetry;

public static class TelemetryServices
{
    /// <summary>Exports over OTLP where <c>OTEL_EXPORTER_OTLP_ENDPOINT</c> is set; the other <c>OTEL_</c> settings are OpenTelemetry's own.</summary>
    public static IServiceCollection AddTelemetry(this IServiceCollection services) => services.AddHostedService<TelemetryExport>();
}
