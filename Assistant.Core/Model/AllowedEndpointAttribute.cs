using System.ComponentModel.DataAnnotations;

namespace Assistant.Core.Model;

/// <summary>The address is one that something may be sent to; none is fine.</summary>
[AttributeUsage(AttributeTargets.Property)]
internal sealed class AllowedEndpointAttribute : ValidationAttribute
{
    protected override ValidationResult? IsValid(object? value, ValidationContext validationContext) =>
        ((ModelOptions)validationContext.ObjectInstance).EndpointTrouble is { } trouble ? new ValidationResult(trouble) : ValidationResult.Success;
}
