using System.ComponentModel.DataAnnotations;
using System.Globalization;
using System.Reflection;
using Microsoft.Extensions.Options;

namespace Assistant.Core.Settings;

/// <summary>Checks the data annotations of an options class; each failure is a sentence that names the full key.</summary>
internal sealed class SettingsValidator<TOptions>(string section) : IValidateOptions<TOptions>
    where TOptions : class
{
    public ValidateOptionsResult Validate(string? name, TOptions options)
    {
        var failures = (
            from property in typeof(TOptions).GetProperties()
            from rule in property.GetCustomAttributes<ValidationAttribute>()
            let value = property.GetValue(options)
            let failure = rule.GetValidationResult(value, new ValidationContext(options) { MemberName = property.Name })
            where failure is not null
            select Sentence($"{section}:{property.Name}", value, rule, failure)).ToList();

        return failures.Count > 0 ? ValidateOptionsResult.Fail(failures) : ValidateOptionsResult.Success;
    }

    // Only a value out of range is shown: what another rule refuses may be a key.
    private static string Sentence(string key, object? value, ValidationAttribute rule, ValidationResult failure) => rule is RangeAttribute range
        ? string.Create(CultureInfo.InvariantCulture, $"{key} is {value}: write a value from {range.Minimum} to {range.Maximum}.")
        : $"{key} cannot be used: {failure.ErrorMessage}";
}
