using Assistant.Core.Model;
using Assistant.Core.Outgoing;
using OpenTelemetry;
using OpenTelemetry.Exporter;
using OpenTelemetry.Metrics;
using OpenTelemetry.Resources;
using OpenTelemetry.Trace;

namespace Assistant.Web.Telemetry;

/// <summary>Sends what calls to a model cost to whoever was named to receive it, and what is left at the end of the program.</summary>
public sealed class TelemetryExport(IConfiguration configuration) : IHostedService, IDisposable
{
    private const string ServiceName = "assistant";

    private TracerProvider? _traces;
    private MeterProvider? _metrics;

    public Task StartAsync(CancellationToken cancellationToken)
    {
        if (!string.IsNullOrWhiteSpace(configuration["OTEL_EXPORTER_OTLP_ENDPOINT"]))
        {
            _traces = Sdk.CreateTracerProviderBuilder()
                .ConfigureServices(UseConfiguration)
                .ConfigureResource(Name)
                .AddSource(ModelTelemetry.Name)
                .AddOtlpExporter(Checked)
                .Build();
            _metrics = Sdk.CreateMeterProviderBuilder()
                .ConfigureServices(UseConfiguration)
                .ConfigureResource(Name)
                .AddMeter(ModelTelemetry.Name)
                .AddOtlpExporter(Checked)
                .Build();
        }

        return Task.CompletedTask;
    }

    public Task StopAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public void Dispose()
    {
        _traces?.Dispose();
        _metrics?.Dispose();
    }

    private void UseConfiguration(IServiceCollection services) => services.AddSingleton(configuration);

    private static void Checked(OtlpExporterOptions options) =>
        options.HttpClientFactory = () => new HttpClient(OutgoingConnection.CreateHandler())
        {
            Timeout = TimeSpan.FromMilliseconds(options.TimeoutMilliseconds),
        };

    private void Name(ResourceBuilder resource)
    {
        if (string.IsNullOrWhiteSpace(configuration["OTEL_SERVICE_NAME"]))
        {
            resource.AddService(ServiceName);
        }
    }
}
