namespace SupportAgents.Agents;

/// <summary>Everything that a message can ask, and which agent answers it.</summary>
public static class Intents
{
    // Orders
    public const string OrderStatus = "order_status";
    public const string TrackOrder = "track_order";
    public const string ListOrders = "list_orders";
    public const string OrderDetails = "order_details";
    public const string CancelOrder = "cancel_order";
    public const string ChangeOrderAddress = "change_order_address";
    public const string ChangeOrderPayment = "change_order_payment";
    public const string ChangeOrderItems = "change_order_items";
    public const string ReturnItems = "return_items";
    public const string ExchangeItems = "exchange_items";
    public const string RefundStatus = "refund_status";
    public const string UndoAction = "undo_action";
    public const string OrderProblem = "order_problem";
    public const string DeliveryTime = "delivery_time";

    // Recommendations
    public const string FindProducts = "find_products";
    public const string ProductDetails = "product_details";
    public const string CheckStock = "check_stock";
    public const string CompareProducts = "compare_products";
    public const string Recommend = "recommend_products";
    public const string SimilarProducts = "similar_products";
    public const string Accessories = "accessories";
    public const string ProductReviews = "product_reviews";
    public const string ListProductTypes = "list_product_types";
    public const string BuyProduct = "buy_product";
    public const string PurchaseHistory = "purchase_history";

    // Troubleshooting and knowledge
    public const string Troubleshoot = "troubleshoot";
    public const string HowTo = "how_to";
    public const string WarrantyCheck = "warranty_check";
    public const string WarrantyClaim = "warranty_claim";
    public const string WarrantyTerms = "warranty_terms";
    public const string ReturnPolicy = "return_policy";
    public const string ShippingPolicy = "shipping_policy";
    public const string PaymentPolicy = "payment_policy";
    public const string ShopPolicy = "shop_policy";
    public const string ContactInformation = "contact_information";

    // Personalization
    public const string ShowProfile = "show_profile";
    public const string ChangeProfileAddress = "change_profile_address";
    public const string ChangeProfile = "change_profile";
    public const string ShowPreferences = "show_preferences";
    public const string UpdatePreferences = "update_preferences";
    public const string BrowsingHistory = "browsing_history";
    public const string DeleteMyData = "delete_my_data";
    public const string PaymentMethods = "show_payment_methods";
    public const string AccountHelp = "account_help";

    // Talk
    public const string Greeting = "greeting";
    public const string Thanks = "thanks";
    public const string Goodbye = "goodbye";
    public const string Compliment = "compliment";
    public const string Capabilities = "capabilities";
    public const string Affirm = "affirm";
    public const string Deny = "deny";
    public const string NeverMind = "never_mind";
    public const string TalkToHuman = "talk_to_human";
    public const string Complaint = "complaint";

    /// <summary>"One moment", "I am not sure yet". Read by its words, not by the classifier.</summary>
    public const string Pause = "pause";

    /// <summary>"Are you a robot?" Read by its words, not by the classifier.</summary>
    public const string WhoAreYou = "who_are_you";

    /// <summary>A question about the question that is open: "why do you need that?" Read by its words, not by the classifier.</summary>
    public const string AskBack = "ask_back";
    public const string Calculate = "calculate";
    public const string OutOfScope = "out_of_scope";

    /// <summary>Moves of a talk, which words tell and no classifier: they are the supervisor's, or go to whoever asked.</summary>
    public static IReadOnlySet<string> Moves { get; } = new HashSet<string> { Pause, WhoAreYou, AskBack };

    /// <summary>Intent to the agent that owns it.</summary>
    public static IReadOnlyDictionary<string, string> Agent { get; } = new Dictionary<string, string>
    {
        [OrderStatus] = AgentNames.Orders,
        [TrackOrder] = AgentNames.Orders,
        [ListOrders] = AgentNames.Orders,
        [OrderDetails] = AgentNames.Orders,
        [CancelOrder] = AgentNames.Orders,
        [ChangeOrderAddress] = AgentNames.Orders,
        [ChangeOrderPayment] = AgentNames.Orders,
        [ChangeOrderItems] = AgentNames.Orders,
        [ReturnItems] = AgentNames.Orders,
        [ExchangeItems] = AgentNames.Orders,
        [RefundStatus] = AgentNames.Orders,
        [UndoAction] = AgentNames.Orders,
        [OrderProblem] = AgentNames.Orders,
        [DeliveryTime] = AgentNames.Orders,
        [FindProducts] = AgentNames.Recommendations,
        [ProductDetails] = AgentNames.Recommendations,
        [CheckStock] = AgentNames.Recommendations,
        [CompareProducts] = AgentNames.Recommendations,
        [Recommend] = AgentNames.Recommendations,
        [SimilarProducts] = AgentNames.Recommendations,
        [Accessories] = AgentNames.Recommendations,
        [ProductReviews] = AgentNames.Recommendations,
        [ListProductTypes] = AgentNames.Recommendations,
        [BuyProduct] = AgentNames.Recommendations,
        [PurchaseHistory] = AgentNames.Recommendations,
        [Troubleshoot] = AgentNames.Troubleshooting,
        [HowTo] = AgentNames.Troubleshooting,
        [WarrantyCheck] = AgentNames.Troubleshooting,
        [WarrantyClaim] = AgentNames.Troubleshooting,
        [WarrantyTerms] = AgentNames.Troubleshooting,
        [ReturnPolicy] = AgentNames.Troubleshooting,
        [ShippingPolicy] = AgentNames.Troubleshooting,
        [PaymentPolicy] = AgentNames.Troubleshooting,
        [ShopPolicy] = AgentNames.Troubleshooting,
        [ContactInformation] = AgentNames.Troubleshooting,
        [ShowProfile] = AgentNames.Personalization,
        [ChangeProfileAddress] = AgentNames.Personalization,
        [ChangeProfile] = AgentNames.Personalization,
        [ShowPreferences] = AgentNames.Personalization,
        [UpdatePreferences] = AgentNames.Personalization,
        [BrowsingHistory] = AgentNames.Personalization,
        [DeleteMyData] = AgentNames.Personalization,
        [PaymentMethods] = AgentNames.Personalization,
        [AccountHelp] = AgentNames.Personalization,
        [Greeting] = AgentNames.SmallTalk,
        [Thanks] = AgentNames.SmallTalk,
        [Goodbye] = AgentNames.SmallTalk,
        [Compliment] = AgentNames.SmallTalk,
        [Capabilities] = AgentNames.SmallTalk,
        [Affirm] = AgentNames.SmallTalk,
        [Deny] = AgentNames.SmallTalk,
        [NeverMind] = AgentNames.SmallTalk,
        [Calculate] = AgentNames.SmallTalk,
        [TalkToHuman] = AgentNames.Human,
        [Complaint] = AgentNames.Human,
        [OutOfScope] = AgentNames.Unknown,
    };
}
