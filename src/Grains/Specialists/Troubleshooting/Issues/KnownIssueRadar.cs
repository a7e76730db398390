using Microsoft.Extensions.Options;
using SupportAgents.Desk;
using SupportAgents.Grains.Reasoning;
using SupportAgents.Grains.Stores;

namespace SupportAgents.Grains.Specialists.Troubleshooting.Issues;

/// <summary>Notices when several customers have the same trouble with the same product.</summary>
public sealed class KnownIssueRadar(IKnownIssueStore issues, ICatalogStore catalog, IOptions<KnownIssueOptions> options)
{
    /// <summary>Characters of a symptom that are kept.</summary>
    public const int MaxSymptom = 500;

    /// <summary>Notes what the customer tells; the issue that it is, when a person has given that one an answer.</summary>
    public async Task<KnownIssue?> Notice(SkillContext context, TroubleState state, CancellationToken cancellationToken)
    {
        if (state.ProductId is not { } product || context.Task.Who.CustomerId is not { } customer)
            return null;
        var name = (await catalog.Find(product, cancellationToken))?.Name;
        var symptom = state.Symptom.Trim();
        var report = new IssueReport
        {
            ConversationId = context.Task.ConversationId,
            CustomerId = customer,
            Symptom = symptom.Length > MaxSymptom ? symptom[..MaxSymptom] : symptom,
            At = context.Now,
        };
        var issue = await issues.Report(product, report, context.Now - options.Value.Window,
            open => open.FirstOrDefault(known => known.Reports.Any(told => SameTrouble.IsTold(told.Symptom, report.Symptom, name)))?.Id, cancellationToken);
        return issue.Status == KnownIssueStatus.Confirmed ? issue : null;
    }
}
