using Markdig.Extensions.TaskLists;
using Markdig.Renderers;
using Markdig.Renderers.Html;

namespace Assistant.Web.Markdown;

/// <summary>Draws the box of a task, which has a name but cannot be changed.</summary>
internal sealed class TaskRenderer : HtmlObjectRenderer<TaskList>
{
    protected override void Write(HtmlRenderer renderer, TaskList task) => renderer.Write(task.Checked
        ? "<input type=\"checkbox\" disabled checked aria-label=\"Done\">"
        : "<input type=\"checkbox\" disabled aria-label=\"To do\">");
}
