using Assistant.Core.CSharp;

namespace Assistant.Tests.CSharp;

[Collection(EngineTests.Name)]
public sealed class RefactoringTests(WarmEngine engine)
{
    [Fact]
    public async Task A_field_never_assigned_again_becomes_readonly()
    {
        var refactored = await engine.RefactorAsync("""
            class Counter
            {
                private int _start = 1;

                public int Start() => _start;
            }
            """);

        Assert.Contains("private readonly int _start = 1;", refactored.Code);
        Assert.Equal([new CodeChange("IDE0044", 3, "The field is never assigned again, so it is readonly.")], refactored.Changes.AsEnumerable());
        Assert.True(refactored.IsFinished);
    }

    [Fact]
    public async Task A_field_of_a_partial_class_stays_as_it_is_because_another_part_may_assign_it()
    {
        const string code = """
            partial class Counter
            {
                private int _start = 1;

                public int Start() => _start;
            }
            """;

        Assert.Equal(code, (await engine.RefactorAsync(code)).Code);
    }

    [Fact]
    public async Task A_field_passed_by_reference_to_an_unknown_method_stays_writable()
    {
        const string code = """
            class Counter
            {
                private int _start = 1;

                public int Start()
                {
                    Elsewhere.Raise(ref _start);
                    return _start;
                }
            }
            """;

        Assert.DoesNotContain("readonly", (await engine.RefactorAsync(code)).Code);
    }

    [Fact]
    public async Task A_bare_method_stays_a_bare_method()
    {
        var refactored = await engine.RefactorAsync("""
            public int Length(object value)
            {
                // Only text has a length.
                var text = value as string;
                if (text != null)
                {
                    return text.Length;
                }

                return 0;
            }
            """);

        Assert.Equal(
            """
            public int Length(object value)
            {
                // Only text has a length.
                if (value is string text)
                {
                    return text.Length;
                }

                return 0;
            }
            """,
            refactored.Code);
        Assert.Equal(4, Assert.Single(refactored.Changes).Line);
    }

    [Fact]
    public async Task Members_copied_out_of_a_class_keep_their_indentation()
    {
        var refactored = await engine.RefactorAsync("""
                    public string Name
                    {
                        get { return _name; }
                    }

                    public int Length(object other)
                    {
                        if (!(other is string)) return 0;
                        return 1;
                    }
            """);

        Assert.Contains("        public string Name => _name;\n", refactored.Code);
        Assert.Contains("            if (other is not string)\n            {\n                return 0;\n            }\n", refactored.Code);
    }

    [Fact]
    public async Task Methods_below_using_directives_are_read_as_members()
    {
        var refactored = await engine.RefactorAsync("""
            using System;

            public void Greet(Action greeting)
            {
                if (greeting != null)
                    greeting();
            }
            """);

        Assert.StartsWith("using System;\n\npublic void Greet(Action greeting)", refactored.Code);
        Assert.Contains("    greeting?.Invoke();\n", refactored.Code);
        Assert.DoesNotContain("pasted", refactored.Code, StringComparison.OrdinalIgnoreCase);
    }

    [Fact]
    public async Task Bare_statements_need_no_method_around_them()
    {
        var refactored = await engine.RefactorAsync("""
            int n;
            if (int.TryParse(Console.ReadLine(), out n))
            {
                Console.WriteLine(n);
            }
            """);

        Assert.StartsWith("if (int.TryParse(Console.ReadLine(), out int n))", refactored.Code);
    }

    [Fact]
    public async Task An_expression_stays_an_expression()
    {
        var refactored = await engine.RefactorAsync("""new[] { "b", "a" }.Where(word => word == "a").First()""");

        Assert.Equal("""new[] { "b", "a" }.First(word => word == "a")""", refactored.Code);
    }

    [Fact]
    public async Task A_class_gets_its_stock_fixes_and_keeps_comments_and_regions()
    {
        var refactored = await engine.RefactorAsync("""
            using System;
            using System.Collections.Generic;
            using System.Text;

            namespace Shop
            {
                // What a customer wants.
                public class Order
                {
                    #region Items
                    private List<string> items = new List<string>();
                    #endregion

                    public void Add(string item)
                    {
                        /* Nothing is no item. */
                        items.Add(item != null ? item : "nothing");
                    }
                }
            }
            """);

        Assert.Equal(
            """
            using System.Collections.Generic;

            namespace Shop;

            // What a customer wants.
            public class Order
            {
                #region Items
                private readonly List<string> items = [];
                #endregion

                public void Add(string item)
                {
                    /* Nothing is no item. */
                    items.Add(item ?? "nothing");
                }
            }
            """,
            refactored.Code);
    }

    [Fact]
    public async Task A_using_directive_stays_where_something_may_need_it_that_is_not_pasted()
    {
        const string code = """
            using System.Text;
            using Newtonsoft.Json;

            class Writer
            {
                public string Write(object value) => JsonConvert.SerializeObject(value);
            }
            """;

        var refactored = await engine.RefactorAsync(code);

        Assert.Contains("using System.Text;", refactored.Code);
        Assert.Contains("using Newtonsoft.Json;", refactored.Code);
    }

    [Fact]
    public async Task Implicit_usings_never_appear_in_the_result()
    {
        var refactored = await engine.RefactorAsync("class A { private List<int> _all = new List<int>(); public int Count() => _all.Count(); }");

        Assert.DoesNotContain("using", refactored.Code);
        Assert.Contains("readonly", refactored.Code);
    }

    [Theory]
    [InlineData("class A\r\n{\r\n    private int _x = 1;\r\n    public int X(bool b)\r\n    {\r\n        if (b) return 0;\r\n        return _x;\r\n    }\r\n}\r\n")]
    [InlineData("class A\r\n{\r\n    private int _x = 1;\r\n    public int X(bool b)\r\n    {\r\n        if (b) return 0;\r\n        return _x;\r\n    }\r\n}")]
    [InlineData("\r\n\r\npublic int X(bool b)\r\n{\r\n    if (b) return 0;\r\n    return 1;\r\n}\r\n\r\n")]
    public async Task Windows_line_endings_and_the_end_of_the_file_stay(string code)
    {
        var refactored = await engine.RefactorAsync(code);

        Assert.NotEmpty(refactored.Changes);
        Assert.DoesNotContain('\n', refactored.Code.Replace("\r\n", ""));
        Assert.Equal(code[code.TrimEnd().Length..], refactored.Code[refactored.Code.TrimEnd().Length..]);
        Assert.Equal(code[..^code.TrimStart().Length], refactored.Code[..^refactored.Code.TrimStart().Length]);
    }

    [Fact]
    public async Task Tabs_and_braces_at_the_end_of_the_line_stay()
    {
        var refactored = await engine.RefactorAsync("class A {\n\tint X(object o) {\n\t\tif (o == null) return 0;\n\t\treturn 1; // 😀\n\t}\n}\n");

        Assert.Equal("class A {\n\tint X(object o) {\n\t\tif (o == null) {\n\t\t\treturn 0;\n\t\t}\n\n\t\treturn 1; // 😀\n\t}\n}\n", refactored.Code);
    }

    [Fact]
    public async Task Text_inside_strings_never_moves()
    {
        const string text = "\"\"\"\n      first\n        second\n      \"\"\"";
        var refactored = await engine.RefactorAsync($"public int F(object o)\n{{\n    var text = {text};\n    if (!(o is int)) return 0;\n    return text.Length;\n}}\n");

        Assert.NotEmpty(refactored.Changes);
        Assert.Contains(text, refactored.Code);
    }

    [Fact]
    public async Task Code_with_a_syntax_error_keeps_it_and_gets_no_other()
    {
        var refactored = await engine.RefactorAsync("""
            class A
            {
                private int _x = 1;

                public int X()
                {
                    return _x
                }
            }
            """);

        Assert.Contains("private readonly int _x = 1;", refactored.Code);
        Assert.Contains("return _x\n", refactored.Code);
        Assert.Equal(1, refactored.ErrorCount);
    }

    [Fact]
    public async Task A_fix_that_would_change_the_meaning_of_unknown_types_is_left_out()
    {
        const string code = "Money M(Money a, Money b)\n{\n    a = a + b;\n    return a != null ? a : b;\n}\n";

        Assert.Equal(code, (await engine.RefactorAsync(code)).Code);
    }

    [Fact]
    public async Task A_public_signature_never_changes()
    {
        const string code = """
            public struct Point
            {
                public int X;

                public int Scale(int factor, int unused) => X * factor;
            }
            """;

        Assert.Equal(code, (await engine.RefactorAsync(code)).Code);
    }

    [Fact]
    public async Task Code_in_good_order_comes_back_to_the_letter()
    {
        const string code = "Console.WriteLine(\"Hello\");\r\nConsole.WriteLine(\"World\");\n";

        var refactored = await engine.RefactorAsync(code);

        Assert.Same(code, refactored.Code);
        Assert.Empty(refactored.Changes);
    }

    [Theory]
    [MemberData(nameof(Snippets))]
    public async Task A_second_refactoring_changes_nothing(string code)
    {
        var once = await engine.RefactorAsync(code);
        var twice = await engine.RefactorAsync(once.Code);

        Assert.NotEmpty(once.Changes);
        Assert.Equal(once.Code, twice.Code);
        Assert.Empty(twice.Changes);
    }

    [Theory]
    [MemberData(nameof(Snippets))]
    public async Task No_compiler_error_is_new(string code)
    {
        var before = await engine.DescribeAsync(code);
        var after = await engine.DescribeAsync((await engine.RefactorAsync(code)).Code);

        Assert.Equal(before.Errors.Select(error => error.Id), after.Errors.Select(error => error.Id));
        Assert.Equal(before.UnknownNames.Select(name => name.Name), after.UnknownNames.Select(name => name.Name));
    }

    public static TheoryData<string> Snippets { get; } = new(
        "switch (Console.Read())\n{\n    case 1: Console.WriteLine(1); break;\n    default: break;\n}\nstring Name(int n)\n{\n    switch (n)\n    {\n        case 1: return \"one\";\n        case 2: return \"two\";\n        default: return \"many\";\n    }\n}\nConsole.WriteLine(Name(1));\n",
        "class Cache<T> where T : class\n{\n    private object gate = new object();\n    private Dictionary<string, T> map = new Dictionary<string, T>();\n    public T Get(string key, Func<T> make)\n    {\n        lock (gate)\n        {\n            T value;\n            if (!map.TryGetValue(key, out value))\n            {\n                value = make();\n                map.Add(key, value);\n            }\n            return value;\n        }\n    }\n}\n",
        "public async Task<string> LoadAsync(string path)\n{\n    using (var reader = new StreamReader(path))\n    {\n        var text = await reader.ReadToEndAsync();\n        if (text == null) text = \"\";\n        return text.Substring(0, 1) + _suffix;\n    }\n}\n",
        "using System;\nnamespace N\n{\n  public class Person\n  {\n    private string name;\n    public string Name { get { return name; } set { name = value; } }\n    public Person(string name) { if (name == null) throw new ArgumentNullException(nameof(name)); this.name = name; }\n  }\n}\n",
        "unsafe class P { static int F(int* p){int[] a=new int[]{1,2};return a[a.Length-1]+*p;} }",
        "var a = 1; var b = 2;\nvar t = a;\na = b;\nb = t;\nConsole.WriteLine(a == 1 || a == 2 ? true : false);\n",
        "#if DEBUG\nusing System.Text;\n#endif\nclass D\n{\n    int F(object o) { if (!(o is string)) return 1; return 2; }\n}\n");
}
