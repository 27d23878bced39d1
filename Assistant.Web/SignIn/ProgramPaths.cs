namespace Assistant.Web.SignIn;

/// <summary>Paths of programs, which get a problem as JSON where a person gets a page, and where the access token may come with each request.</summary>
public static class ProgramPaths
{
    private static readonly string[] Roots = ["/api", "/health", "/openapi"];

    public static bool Include(PathString path) => Array.Exists(Roots, root => path.StartsWithSegments(root, StringComparison.OrdinalIgnoreCase));
}
