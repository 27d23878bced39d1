using Assistant.Tests.Workspace;

namespace Assistant.Tests.Agent;

/// <summary>
/// A workspace whose tests take a moment and no compiler. In the place of its virtual environment's Python stands a shell script that knows enough of pytest:
/// each test says which text has to stand in which file.
/// </summary>
internal static class PythonShop
{
    /// <summary>Passes while shop.py sums with "+".</summary>
    public const string SumTest = "def test_sum(): assert has(\"shop.py\", \"a + b\")\n";

    /// <summary>Passes once shop.py knows errors.</summary>
    public const string ErrorTest = "def test_errors(): assert has(\"shop.py\", \"raise\")\n";

    public const string Shop = "def total(a, b):\n    return a + b\n";

    private const string Runs = ".venv/runs";

    // Called as "-m pytest --junitxml FILE [-k NAME]".
    private const string Python = """
        #!/bin/sh
        echo run >> .venv/runs
        out=$4
        code=0
        skip=
        {
        echo '<testsuite>'
        while IFS= read -r line; do
          case $line in
            '@pytest.mark.skip'*) skip=1 ;;
            'def test_'*)
              name=${line#def }
              name=${name%%(*}
              echo "<testcase classname='test_shop' name='$name'>"
              file=$(printf '%s' "$line" | cut -d '"' -f 2)
              text=$(printf '%s' "$line" | cut -d '"' -f 4)
              if [ -n "$skip" ]; then echo '<skipped/>'
              elif [ -n "$6" ] && [ "$6" != "$name" ]; then echo '<skipped/>'
              elif ! grep -qF -- "$text" "$file"; then code=1; echo "<failure message='$text is not in $file'/>"
              fi
              echo '</testcase>'
              skip= ;;
          esac
        done < test_shop.py
        echo '</testsuite>'
        } > "$out"
        grep -q . test_shop.py || code=2
        exit $code
        """;

    public static void WriteTo(TestFolder folder, string tests = SumTest + ErrorTest)
    {
        folder.Write("shop.py", Shop);
        folder.Write("test_shop.py", tests);
        folder.Write(".gitignore", ".venv/\n");
        var python = folder.Write(".venv/bin/python", Python + "\n");
        if (!OperatingSystem.IsWindows())
        {
            File.SetUnixFileMode(python, UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute);
        }
    }

    /// <summary>How often the tests were run.</summary>
    public static int TestRuns(this AgentWorkspace workspace) => workspace.Has(Runs) ? workspace.Read(Runs).Count(sign => sign == '\n') : 0;
}
